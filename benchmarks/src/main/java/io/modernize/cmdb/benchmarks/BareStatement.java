package io.modernize.cmdb.benchmarks;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * The statement of a search's plan as the service has sent it, without the work of the service around it.
 *
 * @param settings the settings of the server that the statement needs, ready to run in front of it; often empty
 * @param query the query with a question mark for each parameter
 */
record BareStatement(String settings, String query, List<SentParameter> parameters) {
    private static final String LOCAL_SETTING = "set local ";

    /** pgvector's operator for the distance: the statement that has it does the search. */
    private static final String DISTANCE = "<=>";

    BareStatement {
        parameters = List.copyOf(parameters);
    }

    /**
     * The first of a search's statements that compares vectors. If an index finds too little, another one follows.
     *
     * @throws IllegalStateException if none of the statements compares vectors
     */
    static BareStatement of(List<SentStatement> sent) {
        SentStatement search = sent.stream()
                .filter(statement -> statement.sql().contains(DISTANCE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the search has sent no statement that compares vectors"));
        String text = search.sql();
        int end = 0;
        while (text.startsWith(LOCAL_SETTING, end)) {
            end = text.indexOf(';', end) + 1;
            while (text.charAt(end) == ' ') {
                end++;
            }
        }
        return new BareStatement(
                // There is no transaction that they could end with.
                text.substring(0, end).replace(LOCAL_SETTING, "set "), text.substring(end), search.parameters());
    }

    /** Sets the parameters. */
    void bind(PreparedStatement statement) throws SQLException {
        for (SentParameter parameter : parameters) {
            parameter.bind(statement);
        }
    }
}
