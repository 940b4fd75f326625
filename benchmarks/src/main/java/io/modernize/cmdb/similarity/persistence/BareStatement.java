package io.modernize.cmdb.similarity.persistence;

import io.modernize.cmdb.similarity.index.SearchProfile;
import io.modernize.cmdb.similarity.search.SearchPlan;
import io.modernize.cmdb.similarity.search.SearchPlanPolicy;
import io.modernize.cmdb.similarity.search.application.EmbeddingIndex.NearestQuery;
import io.modernize.cmdb.similarity.search.persistence.SearchSql;
import io.modernize.cmdb.tenancy.TenantScope;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

/**
 * The one statement that a search's plan comes down to, for benchmarks, without what the service does around it. In this
 * package because nobody else has a use for {@link SearchSql}.
 */
@NullMarked
public final class BareStatement {
    private static final String LOCAL_SETTING = "set local ";

    private final String settings;
    private final String query;
    private final @Nullable Object[] values;

    private BareStatement(String settings, String query, @Nullable Object[] values) {
        this.settings = settings;
        this.query = query;
        this.values = values;
    }

    /**
     * The statement of that plan.
     *
     * @param profile the client account's
     */
    public static BareStatement of(
            TenantScope scope, NearestQuery nearest, SearchPlan plan, SearchProfile profile, SearchPlanPolicy policy) {
        SearchSql sql = SearchSql.of(scope, nearest);
        String text = sql.statement(plan, profile, policy.quantised(nearest.topK(), profile));
        int end = 0;
        while (text.startsWith(LOCAL_SETTING, end)) {
            end = text.indexOf(';', end) + 1;
            while (text.charAt(end) == ' ') {
                end++;
            }
        }
        ParsedSql parsed = NamedParameterUtils.parseSqlStatement(text.substring(end));
        return new BareStatement(
                // There is no transaction that they could end with.
                text.substring(0, end).replace(LOCAL_SETTING, "set "),
                NamedParameterUtils.substituteNamedParameters(parsed, sql.parameters()),
                NamedParameterUtils.buildValueArray(parsed, sql.parameters(), null));
    }

    /** Settings of the server's that the statement needs, ready to run in front of it; often empty. */
    public String settings() {
        return settings;
    }

    /** With a question mark for each parameter. */
    public String query() {
        return query;
    }

    /** Sets the parameters. */
    public void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            StatementCreatorUtils.setParameterValue(statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, values[i]);
        }
    }

    @Override
    public String toString() {
        return settings + query + " " + Arrays.toString(values);
    }
}
