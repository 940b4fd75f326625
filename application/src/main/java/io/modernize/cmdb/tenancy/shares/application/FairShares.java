package io.modernize.cmdb.tenancy.shares.application;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Places for work that several owners share fairly, usually client accounts. A place is whatever only so much work may
 * use at a time: a database connection, a thread of a model, the memory of a request.
 *
 * <p>An owner takes its first place from all places. It takes further places only from those that are not reserved, and
 * at most its own maximum. Owners that already have places can therefore not keep an owner out that has none, as long
 * as fewer owners work at a time than places are reserved. A place that becomes free goes to the owner with the fewest
 * places, and among these to the one that got its last place longest ago. An owner that comes anew counts as one that got none. The
 * work of one owner keeps its order.
 *
 * <p>This is max-min fairness of places (Bertsekas and Gallager, Data Networks, section 6.5), with round robin among
 * equals. Safe for concurrent use. It holds only owners that work or wait.
 *
 * @param <K> what identifies an owner
 */
public final class FairShares<K> {
    private final String what;
    private final int places;
    private final int reserved;
    private final int mostOfOne;
    private final int mostWaiting;
    private final ReentrantLock lock = new ReentrantLock();

    /** In the order in which they came. */
    private final Map<K, Owner<K>> owners = new LinkedHashMap<>();

    private int taken;
    private int waiting;
    private long placesGiven;

    /**
     * @param what needs places, for people and refusals, such as "searches"
     * @param places the work at a time, at least 1
     * @param reserved the places that only first places of owners may use, 0 to {@code places}
     * @param mostOfOne the places of one owner at a time, at least 1
     * @param mostWaiting the work of one owner that may wait for places; more is refused at once
     */
    public FairShares(String what, int places, int reserved, int mostOfOne, int mostWaiting) {
        if (places < 1 || reserved < 0 || reserved > places || mostOfOne < 1 || mostWaiting < 0) {
            throw new IllegalArgumentException("no shares of %d places with %d reserved, %d of one owner and %d waiting"
                    .formatted(places, reserved, mostOfOne, mostWaiting));
        }
        this.what = what;
        this.places = places;
        this.reserved = reserved;
        this.mostOfOne = mostOfOne;
        this.mostWaiting = mostWaiting;
    }

    /** A place that is taken. It is given back once, by any thread. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes a place, after the owner's work that waits already.
     *
     * @param patience the longest time to wait; zero or less for no waiting
     * @throws OverloadedException if too much work of the owner waits already, or if no place became free in time
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Place take(K owner, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Owner<K> account = owners.computeIfAbsent(owner, Owner::new);
            if (account.waiters.isEmpty() && mayHave(account)) {
                give(account);
                return new Taken(account);
            }
            if (account.waiters.size() >= mostWaiting || !patience.isPositive()) {
                forgetIdle(account);
                throw new OverloadedException("too many " + what + " at a time");
            }
            return await(account, patience);
        } finally {
            lock.unlock();
        }
    }

    /** The places that are taken now. */
    public int taken() {
        return locked(() -> taken);
    }

    /** The work that waits for a place now. */
    public int waiting() {
        return locked(() -> waiting);
    }

    /** The places that the owner has now. */
    public int takenBy(K owner) {
        return locked(() -> {
            Owner<K> account = owners.get(owner);
            return account == null ? 0 : account.held;
        });
    }

    private Place await(Owner<K> account, Duration patience) throws InterruptedException {
        Waiter waiter = new Waiter(lock.newCondition());
        account.waiters.addLast(waiter);
        waiting++;
        try {
            long nanos = patience.toNanos();
            while (!waiter.served && nanos > 0) {
                nanos = waiter.turn.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            if (!waiter.served) {
                leave(account, waiter);
                throw e;
            }
            // The place is there; the work notices the interrupt.
            Thread.currentThread().interrupt();
        }
        if (!waiter.served) {
            leave(account, waiter);
            throw new OverloadedException("no place for " + what + " became free in time");
        }
        return new Taken(account);
    }

    private void leave(Owner<K> account, Waiter waiter) {
        account.waiters.remove(waiter);
        waiting--;
        forgetIdle(account);
    }

    private boolean mayHave(Owner<K> account) {
        return account.held == 0 ? taken < places : account.held < mostOfOne && taken < places - reserved;
    }

    private void give(Owner<K> account) {
        account.held++;
        taken++;
        account.lastPlace = ++placesGiven;
    }

    private void giveBack(Owner<K> account) {
        lock.lock();
        try {
            account.held--;
            taken--;
            forgetIdle(account);
            serveWaiting();
        } finally {
            lock.unlock();
        }
    }

    private void serveWaiting() {
        for (Owner<K> account = next(); account != null; account = next()) {
            Waiter waiter = account.waiters.removeFirst();
            waiting--;
            waiter.served = true;
            give(account);
            waiter.turn.signal();
        }
    }

    private @Nullable Owner<K> next() {
        Owner<K> next = null;
        for (Owner<K> account : owners.values()) {
            if (!account.waiters.isEmpty()
                    && mayHave(account)
                    && (next == null || Owner.<K>fewestFirst().compare(account, next) < 0)) {
                next = account;
            }
        }
        return next;
    }

    private void forgetIdle(Owner<K> account) {
        if (account.held == 0 && account.waiters.isEmpty()) {
            owners.remove(account.key);
        }
    }

    private int locked(IntSupplier read) {
        lock.lock();
        try {
            return read.getAsInt();
        } finally {
            lock.unlock();
        }
    }

    private static final class Owner<K> {
        private final K key;
        private final Deque<Waiter> waiters = new ArrayDeque<>();
        private int held;

        /** The number of the last place among all that were given; 0 for none since the owner came. */
        private long lastPlace;

        private Owner(K key) {
            this.key = key;
        }

        private static <K> Comparator<Owner<K>> fewestFirst() {
            return Comparator.<Owner<K>>comparingInt(account -> account.held)
                    .thenComparingLong(account -> account.lastPlace);
        }
    }

    private static final class Waiter {
        private final Condition turn;
        private boolean served;

        private Waiter(Condition turn) {
            this.turn = turn;
        }
    }

    private final class Taken implements Place {
        private final Owner<K> account;
        private final AtomicBoolean givenBack = new AtomicBoolean();

        private Taken(Owner<K> account) {
            this.account = account;
        }

        @Override
        public void close() {
            if (givenBack.compareAndSet(false, true)) {
                giveBack(account);
            }
        }
    }
}
