package io.modernize.cmdb.testsupport.deepinfra;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Records requests and their outcomes. It is safe for concurrent use. */
final class RequestLog {
    private static final long LONGEST_GATHERING_MINUTES = 2;

    private final int remembered;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Received> received = new ArrayDeque<>();
    private final Map<Integer, Integer> answers = new HashMap<>();
    private int requests;
    private long embedded;
    private int inFlight;
    private int maxInFlight;
    private int gathering;

    RequestLog(int remembered) {
        this.remembered = remembered;
    }

    /** How many are under way now, this one included. */
    int begin(Received request) {
        lock.lock();
        try {
            requests++;
            inFlight++;
            maxInFlight = Math.max(maxInFlight, inFlight);
            received.add(request);
            if (received.size() > remembered) {
                received.remove();
            }
            if (inFlight >= gathering) {
                gathering = 0;
                arrived.signalAll();
            }
            return inFlight;
        } finally {
            lock.unlock();
        }
    }

    /** @param status 0 where there was no whole answer */
    void end(int status, int inputs) {
        lock.lock();
        try {
            inFlight--;
            embedded += inputs;
            answers.merge(status, 1, Integer::sum);
        } finally {
            lock.unlock();
        }
    }

    void gather(int newGathering) {
        lock.lock();
        try {
            gathering = newGathering;
        } finally {
            lock.unlock();
        }
    }

    /** The time after which a test that waits for requests fails instead of hanging. */
    void awaitGathering() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MINUTES.toNanos(LONGEST_GATHERING_MINUTES);
            while (gathering > 0 && left > 0) {
                left = arrived.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    List<Received> received() {
        lock.lock();
        try {
            return List.copyOf(received);
        } finally {
            lock.unlock();
        }
    }

    int requests() {
        lock.lock();
        try {
            return requests;
        } finally {
            lock.unlock();
        }
    }

    int answered(int status) {
        lock.lock();
        try {
            return answers.getOrDefault(status, 0);
        } finally {
            lock.unlock();
        }
    }

    long embedded() {
        lock.lock();
        try {
            return embedded;
        } finally {
            lock.unlock();
        }
    }

    int maxInFlight() {
        lock.lock();
        try {
            return maxInFlight;
        } finally {
            lock.unlock();
        }
    }

    void reset() {
        lock.lock();
        try {
            received.clear();
            answers.clear();
            requests = 0;
            embedded = 0;
            maxInFlight = inFlight;
        } finally {
            lock.unlock();
        }
    }
}
