package io.modernize.cmdb.audit.application;

import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.application.Audit.Attempt;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the refusals of each actor in a client account, minute by minute. The first ones of a minute are recorded, each as
 * an event. The others are counted only, so that nobody can fill the audit log by asking for what is refused.
 */
final class RefusalCounts {
    /** The refusals of a minute that are recorded. No person makes more by hand. */
    static final int MOST_RECORDED = 60;

    /** The minutes that are kept at a time, of all actors. */
    private static final int MOST_MINUTES = 10_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The oldest first. */
    private final Map<Key, Minute> minutes = new LinkedHashMap<>();

    private final List<Unrecorded> over = new ArrayList<>();

    /** Counts a refusal, and tells whether it is recorded as an event. */
    synchronized boolean isRecorded(TenantScope scope, Attempt attempt, Instant now) {
        end(now, MOST_MINUTES - 1);
        Minute minute =
                minutes.computeIfAbsent(new Key(scope.clientAccountId(), attempt.actor()), begun -> new Minute(now));
        minute.refusals++;
        minute.last = new Unrecorded(scope, attempt, minute.refusals - MOST_RECORDED);
        return minute.refusals <= MOST_RECORDED;
    }

    /** Takes what was not recorded in minutes that are over. */
    synchronized List<Unrecorded> takeUnrecorded(Instant now) {
        end(now, MOST_MINUTES);
        List<Unrecorded> taken = List.copyOf(over);
        over.clear();
        return taken;
    }

    /** Ends the minutes that are over, and the oldest ones beyond the most that are kept. */
    private void end(Instant now, int most) {
        Iterator<Minute> oldest = minutes.values().iterator();
        while (oldest.hasNext()) {
            Minute minute = oldest.next();
            if (minutes.size() <= most && minute.begin.plus(MINUTE).isAfter(now)) {
                return;
            }
            if (minute.last != null && minute.last.refusals > 0) {
                over.add(minute.last);
            }
            oldest.remove();
        }
    }

    /**
     * Refusals of a minute that were not recorded.
     *
     * @param attempt the last one of them
     * @param refusals how many
     */
    record Unrecorded(TenantScope scope, Attempt attempt, int refusals) {}

    private record Key(ClientAccountId clientAccountId, AuditActor actor) {}

    private static final class Minute {
        private final Instant begin;
        private int refusals;
        private @Nullable Unrecorded last;

        private Minute(Instant begin) {
            this.begin = begin;
        }
    }
}
