package io.modernize.cmdb.tenancy.database.persistence;

import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Tells in one line which database refuses the service. */
final class DatabaseUnreachableFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    private final Environment environment;

    DatabaseUnreachableFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        SQLException failure = innermost(cause);
        String problem = problem(Objects.requireNonNullElse(failure.getSQLState(), ""));
        if (problem == null) {
            return null;
        }
        return new FailureAnalysis(
                "The database " + address() + " " + problem + ": " + reason(failure),
                "Start the database, or correct CMDB_DB_URL and the logins beside it. ./run brings up a database on"
                        + " this machine.",
                cause);
    }

    /** The problem by the class of SQLSTATE; null if the database was reached and something else is wrong. */
    private static @Nullable String problem(String sqlState) {
        if (sqlState.startsWith("08") || sqlState.startsWith("57P") || sqlState.equals("53300")) {
            return "cannot be reached";
        }
        if (sqlState.startsWith("28")) {
            return "refuses the login";
        }
        return sqlState.equals("3D000") ? "does not exist" : null;
    }

    /** The exception of the driver. A connection pool wraps it. */
    private static SQLException innermost(SQLException failure) {
        SQLException innermost = failure;
        while (innermost.getCause() instanceof SQLException deeper) {
            innermost = deeper;
        }
        return innermost;
    }

    /** The address without parameters, because a password may be among them. */
    private String address() {
        return environment.getProperty("cmdb.database.url", "").replaceFirst("\\?.*", "");
    }

    private static String reason(SQLException failure) {
        Throwable cause = failure.getCause();
        String reason = failure.getMessage() + (cause == null ? "" : " (" + cause + ")");
        return reason.replaceAll("\\s*\\R\\s*", " ");
    }
}
