package dev.keystile.caa.client;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;

/**
 * A body that the application's handler has taken already, or a short one that may be a refusal and was held back: until it is
 * known whether the request is repeated, the handler sees nothing of it, and so no file and no stream of it is left behind.
 */
sealed interface PeekedBody<T> {

    /** The bytes to look at; none if the handler has them. */
    byte[] beginning();

    /**
     * The body as the application's handler makes it.
     *
     * @throws IOException if the handler couldn't
     */
    T open() throws IOException;

    /** Hands everything to {@code handler} that is no refusal for certain. */
    static <T> BodyHandler<PeekedBody<T>> behind(BodyHandler<T> handler) {
        return info -> CaaAnswer.mayRefuse(info.statusCode())
                ? new PeekingSubscriber<>(handler, info)
                : BodySubscribers.mapping(handler.apply(info), Taken::new);
    }

    /** @param open what the handler has made of it */
    record Taken<T>(T open) implements PeekedBody<T> {

        @Override
        public byte[] beginning() {
            return new byte[0];
        }
    }

    /** The whole body, of an answer with this {@code info}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Held<T>(byte[] beginning, BodyHandler<T> handler, ResponseInfo info) implements PeekedBody<T> {

        @Override
        public T open() throws IOException {
            BodySubscriber<T> taker = handler.apply(info);
            taker.onSubscribe(new AllAtOnce(taker, beginning));
            try {
                return taker.getBody().toCompletableFuture().join();
            } catch (CompletionException failed) {
                throw new IOException("The handler of the body failed.", failed.getCause());
            }
        }
    }

    /** Delivers a body with the first request for it. */
    final class AllAtOnce implements Flow.Subscription {

        private final BodySubscriber<?> taker;
        private final byte[] body;
        private boolean over;

        AllAtOnce(BodySubscriber<?> taker, byte[] body) {
            this.taker = taker;
            this.body = body;
        }

        @Override
        public synchronized void request(long count) {
            if (!over) {
                over = true;
                taker.onNext(List.of(ByteBuffer.wrap(body)));
                taker.onComplete();
            }
        }

        @Override
        public synchronized void cancel() {
            over = true;
        }
    }
}
