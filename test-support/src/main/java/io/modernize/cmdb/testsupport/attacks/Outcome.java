package io.modernize.cmdb.testsupport.attacks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer, of which only the beginning is kept: large ones are read and dropped.
 *
 * @param status of HTTP; 0 if the connection ended without an answer
 * @param beginning the first characters of the body, where errors stand
 */
public record Outcome(int status, String beginning) {
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([A-Za-z_-]+)\"");
    private static final Pattern ERRORS = Pattern.compile("\"errors\"\\s*:\\s*\\[\\s*\\{");

    /** How a {@link Tally} names it. */
    public String kind() {
        if (status == 0) {
            return beginning;
        }
        boolean isRefused = status >= 400 || ERRORS.matcher(beginning).find();
        if (!isRefused) {
            return Tally.ANSWERED;
        }
        Matcher code = CODE.matcher(beginning);
        return status + (code.find() ? " " + code.group(1) : "");
    }

    /** Whether there is an answer, and no error in it. */
    public boolean isAnswered() {
        return kind().equals(Tally.ANSWERED);
    }
}
