package io.modernize.cmdb.api.gate;

import graphql.execution.instrumentation.InstrumentationState;
import io.modernize.cmdb.api.limits.Limit;
import io.modernize.cmdb.api.limits.LimitExceededException;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The size of an answer while it grows, and the memory that is taken for it. It belongs to the thread of the request.
 *
 * <p>A text counts as long as it is in UTF-8. Each value counts {@value #VALUE_BYTES} bytes more, for its name and for
 * whatever is no text.
 */
final class AnswerSize implements InstrumentationState {
    static final int VALUE_BYTES = 40;

    /** Memory is taken in such steps. An answer below takes none, because it is small beside the request itself. */
    static final long STEP_BYTES = 64 * 1024L;

    private final long most;
    private final @Nullable ApiRequest request;
    private final AnswerMemory memory;
    private final List<Step> steps = new ArrayList<>();
    private long bytes;
    private boolean ofChange;
    private long reservedBytes = STEP_BYTES;
    private @Nullable RuntimeException refusal;

    /**
     * @param most bytes
     * @param request whose answer it is; null if it is not that of a request over HTTP
     */
    AnswerSize(long most, @Nullable ApiRequest request, AnswerMemory memory) {
        this.most = most;
        this.request = request;
        this.memory = memory;
    }

    /** Counts a fetched value, and tells whether the answer may grow further. */
    boolean add(@Nullable Object value) {
        bytes += VALUE_BYTES + textBytes(value);
        if (refusal == null && bytes > most) {
            refusal = new LimitExceededException(Limit.ANSWER_BYTES, bytes, most);
        }
        while (refusal == null && request != null && bytes > reservedBytes) {
            reserve(request.lastClientAccountId());
        }
        return refusal == null;
    }

    private void reserve(Optional<ClientAccountId> clientAccountId) {
        try {
            memory.take(clientAccountId, STEP_BYTES);
            steps.add(new Step(clientAccountId));
            reservedBytes += STEP_BYTES;
        } catch (OverloadedException e) {
            refusal = e;
        }
    }

    /** The request changes data. */
    void belongsToChange() {
        ofChange = true;
    }

    /** Whether the request changes data. Sending it again is not the same as sending it once. */
    boolean isOfChange() {
        return ofChange;
    }

    /** Begins the next of several answers, which are written one by one. */
    void beginNext() {
        bytes = 0;
    }

    /** Gives the memory back. The answer is written, or nobody waits for it. */
    void giveBack() {
        steps.forEach(step -> memory.giveBack(step.clientAccountId, STEP_BYTES));
        steps.clear();
    }

    /** The bytes so far. */
    long bytes() {
        return bytes;
    }

    /** The reason why the answer is not given; empty if it is. */
    Optional<RuntimeException> refusal() {
        return Optional.ofNullable(refusal);
    }

    private static long textBytes(@Nullable Object value) {
        if (value instanceof String text) {
            return utf8Bytes(text);
        }
        if (!(value instanceof Collection<?> values)) {
            return 0;
        }
        long sum = 0;
        for (Object element : values) {
            if (!(element instanceof String text)) {
                // The fields of objects count for themselves.
                return sum;
            }
            sum += VALUE_BYTES + utf8Bytes(text);
        }
        return sum;
    }

    private static long utf8Bytes(String text) {
        long sum = text.length();
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next >= 0x80) {
                // Each half of a surrogate pair takes two of the four bytes.
                sum += next < 0x800 || Character.isSurrogate(next) ? 1 : 2;
            }
        }
        return sum;
    }

    private record Step(Optional<ClientAccountId> clientAccountId) {}
}
