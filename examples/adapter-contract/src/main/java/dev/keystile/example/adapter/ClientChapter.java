package dev.keystile.example.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keystile.caa.CaaSigner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client that is slow or goes away holds nothing of the store, and holds up nobody. */
interface ClientChapter extends ExampleUnderTest {

    int CLIENTS = 32;
    int HELD = 8;
    int LENGTH = 100;

    /** Of these requests the header alone would do for an exchange: their bodies are ignored, but have to come. */
    @Test
    default void whoStallsInTheMiddleOfARequestReachesNoStore() throws Exception {
        CaaSigner signer = login();
        WireRequest refresh = Contracts.refreshKeys(signer, new byte[LENGTH]);
        List<Wire> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                stalled.add(firstHalf(refresh));
            }
            assertStoreIsOnlyAskedByHonestClients(signer);

            stalled.get(0).send(secondHalf(refresh));
            assertThat(stalled.get(0).answerTo(refresh).status()).isEqualTo(200);
        } finally {
            for (Wire wire : stalled) {
                wire.close();
            }
        }
    }

    @Test
    default void whoGoesAwayInTheMiddleOfARequestReachesNoStore() throws Exception {
        CaaSigner signer = login();
        WireRequest refresh = Contracts.refreshKeys(signer, new byte[LENGTH]);
        long before = store().calls().ever();
        for (int i = 0; i < CLIENTS; i++) {
            firstHalf(refresh).abort();
            try (Wire wire = firstHalf(refresh)) {
                wire.sendNoMore();
                wire.awaitEnd();
            }
        }

        assertThat(store().calls().ever()).isEqualTo(before);
        assertStoreIsOnlyAskedByHonestClients(signer);
    }

    /** What was asked for is done to its end, by a store that is then free again. */
    @Test
    default void whoGoesAwayBeforeTheAnswerHoldsTheStoreNoLonger() throws Exception {
        CaaSigner signer = login();
        HeldCalls held = new HeldCalls(HELD);
        store().beforeEachCall(held);
        try {
            for (int i = 0; i < HELD; i++) {
                askAndGoAway(Contracts.personal(signer), held);
            }
            assertThat(ask(Contracts.personal(signer)).status()).isEqualTo(200);
        } finally {
            held.release();
        }
        store().calls().awaitUnderWay(0);
        assertStoreIsOnlyAskedByHonestClients(signer);
    }

    @Test
    default void whoDoesNotReadTheAnswerHoldsNothing() throws Exception {
        CaaSigner signer = login();
        List<Wire> deaf = new ArrayList<>();
        long before = store().calls().ever();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                Wire wire = connect();
                deaf.add(wire);
                wire.send(Contracts.personal(signer).head());
            }
            store().calls().await(before + CLIENTS);
            assertStoreIsOnlyAskedByHonestClients(signer);
        } finally {
            for (Wire wire : deaf) {
                wire.close();
            }
        }
    }

    /** The store is free, and asked once for each who asks. */
    private void assertStoreIsOnlyAskedByHonestClients(CaaSigner signer) throws Exception {
        store().calls().awaitUnderWay(0);
        long before = store().calls().ever();
        for (int i = 0; i < CLIENTS; i++) {
            assertThat(ask(Contracts.personal(signer)).status()).isEqualTo(200);
        }
        assertThat(store().calls().ever()).isEqualTo(before + CLIENTS);
    }

    private void askAndGoAway(WireRequest request, HeldCalls held) throws Exception {
        Wire wire = connect();
        wire.send(request.head());
        held.awaitNext();
        wire.abort();
    }

    private Wire firstHalf(WireRequest request) throws IOException {
        Wire wire = connect();
        wire.send(request.head());
        wire.send(Arrays.copyOf(request.body(), request.body().length / 2));
        return wire;
    }

    private static byte[] secondHalf(WireRequest request) {
        return Arrays.copyOfRange(request.body(), request.body().length / 2, request.body().length);
    }
}
