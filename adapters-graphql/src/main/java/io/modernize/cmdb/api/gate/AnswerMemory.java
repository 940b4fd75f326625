package io.modernize.cmdb.api.gate;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bytes of all answers that are in memory, until they are written. One client account has a share of them at most, so
 * that callers who read slowly, or not at all, take no memory from other client accounts.
 */
final class AnswerMemory {
    /** The part of the heap that answers may take. */
    private static final int PART_OF_HEAP = 8;

    /** The part of it that the answers of one client account may take. */
    private static final int PART_OF_ONE = 4;

    private final long most;
    private final long mostOfOne;

    /** By client account; those for none, such as the list of the caller's client accounts, share an entry. */
    private final Map<Optional<ClientAccountId>, Long> held = new HashMap<>();

    private long total;

    /**
     * @param most bytes of all answers
     * @param mostOfOne bytes of the answers of one client account
     */
    AnswerMemory(long most, long mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /**
     * The memory of a process: an eighth of its heap, or two answers, whichever is more. A client account may have a
     * quarter of it, or one answer.
     *
     * @param heapBytes the greatest size of the heap
     * @param answerBytes the greatest size of an answer
     */
    static AnswerMemory of(long heapBytes, long answerBytes) {
        long most = Math.max(heapBytes / PART_OF_HEAP, 2 * answerBytes);
        return new AnswerMemory(most, Math.max(most / PART_OF_ONE, answerBytes));
    }

    /**
     * Takes memory for a part of an answer.
     *
     * @throws OverloadedException if the answers of the client account, or all together, take too much; nothing is taken
     *     then
     */
    synchronized void take(Optional<ClientAccountId> clientAccountId, long bytes) {
        long own = held.getOrDefault(clientAccountId, 0L);
        if (own + bytes > mostOfOne) {
            throw new OverloadedException("the answers to your client account, together, are too large");
        }
        if (total + bytes > most) {
            throw new OverloadedException("all answers together are too large");
        }
        held.put(clientAccountId, own + bytes);
        total += bytes;
    }

    synchronized void giveBack(Optional<ClientAccountId> clientAccountId, long bytes) {
        held.computeIfPresent(clientAccountId, (unused, own) -> own == bytes ? null : own - bytes);
        total -= bytes;
    }
}
