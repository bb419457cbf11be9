package dev.keystile.caa.client;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Holds a body back as long as it is short. A longer one is no refusal, and goes to the application's handler as it comes. */
final class PeekingSubscriber<T> implements BodySubscriber<PeekedBody<T>> {

    private final BodyHandler<T> handler;
    private final ResponseInfo info;
    private final CompletableFuture<PeekedBody<T>> result = new CompletableFuture<>();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    private Flow.@Nullable Subscription upstream;
    private @Nullable BodySubscriber<T> taker;

    PeekingSubscriber(BodyHandler<T> handler, ResponseInfo info) {
        this.handler = handler;
        this.info = info;
    }

    @Override
    public CompletionStage<PeekedBody<T>> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        upstream = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (taker != null) {
            taker.onNext(buffers);
            return;
        }
        buffers.forEach(this::hold);
        if (upstream != null && held.size() > CaaAnswer.LONGEST_REFUSAL) {
            passOn(upstream);
        } else if (upstream != null) {
            upstream.request(1);
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (taker != null) {
            taker.onError(failure);
        }
        result.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        if (taker != null) {
            taker.onComplete();
        } else {
            result.complete(new PeekedBody.Held<>(held.toByteArray(), handler, info));
        }
    }

    private void hold(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        held.writeBytes(bytes);
    }

    private void passOn(Flow.Subscription source) {
        BodySubscriber<T> next = handler.apply(info);
        taker = next;
        next.getBody().whenComplete((body, failure) -> {
            if (failure == null) {
                result.complete(new PeekedBody.Taken<>(body));
            } else {
                result.completeExceptionally(failure);
            }
        });
        next.onSubscribe(new HeldFirst(source, () -> next.onNext(List.of(ByteBuffer.wrap(held.toByteArray())))));
    }

    /** Delivers what was held back with the first request, and what comes behind it with the others. */
    private static final class HeldFirst implements Flow.Subscription {

        private final Flow.Subscription source;
        private @Nullable Runnable deliverHeld;

        HeldFirst(Flow.Subscription source, Runnable deliverHeld) {
            this.source = source;
            this.deliverHeld = deliverHeld;
        }

        @Override
        public void request(long count) {
            Runnable deliver = takeHeld();
            if (deliver != null) {
                deliver.run();
            }
            long rest = deliver == null ? count : count - 1;
            if (rest > 0) {
                source.request(rest);
            }
        }

        private synchronized @Nullable Runnable takeHeld() {
            Runnable deliver = deliverHeld;
            deliverHeld = null;
            return deliver;
        }

        @Override
        public void cancel() {
            source.cancel();
        }
    }
}
