package io.modernize.cmdb.jobs;

/** How an attempt of a job ended, whatever its kind. What a kind has to say besides stands beside it. */
public sealed interface JobEnd {
    /** All is done. */
    record Completed() implements JobEnd {}

    /** Another process does the same work right now: to be tried again in a moment. */
    record Busy() implements JobEnd {}

    /** It did not come to its end; what it has done stays, and the next attempt goes on from there. */
    sealed interface Unfinished extends JobEnd {
        /** Fit for people, without texts of assets. */
        String reason();
    }

    /** It was asked to stop. */
    record Stopped() implements Unfinished {
        @Override
        public String reason() {
            return "the job was stopped";
        }
    }

    /** What it needs is away for a while, as the database in an outage: to be tried again later, by itself. */
    record Interrupted(String reason) implements Unfinished {}

    /** It could not go on. */
    record Failed(String reason) implements Unfinished {}
}
