package io.modernize.cmdb.tenancy.graphql;

import static io.modernize.cmdb.tenancy.graphql.InMemoryTenancy.ANALYST;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQueryBuilder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.ResponseError;

@SpringBootTest(classes = GraphQlTestApplication.class)
class QueryLimitsTests {
    @Autowired
    private GraphQlCaller caller;

    @Test
    void refusesAQueryThatIsTooDeepAndNamesTheLimit() {
        String nested = "{ __type(name: \"Asset\") { fields { type " + "{ ofType ".repeat(14) + "{ name } "
                + "}".repeat(14) + "} } }";

        ResponseError error = caller.refusal(ANALYST, nested);

        assertThat(error.getExtensions())
                .containsEntry("code", "QUERY_TOO_DEEP")
                .containsEntry("limit", QueryLimits.MAX_DEPTH)
                .containsKeys("value", "remedy");
        assertThat(error.getMessage()).contains("the limit is 15");
    }

    @Test
    void refusesTooManySearchesInOneRequestAndNamesTheLimit() {
        ResponseError error = caller.refusal(ANALYST, searches(8));

        assertThat(error.getExtensions())
                .containsEntry("code", "QUERY_TOO_COMPLEX")
                .containsEntry("limit", QueryLimits.MAX_COMPLEXITY)
                .containsEntry("value", 8 * (QueryLimits.SEARCH_COST + 1));
    }

    @Test
    void acceptsSevenSearchesInOneRequest() {
        caller.call(ANALYST, searches(7)).path("s0.candidates").hasValue();
    }

    @Test
    void countsEveryHitOfEveryAlias() {
        String aliases = IntStream.range(0, 4)
                .mapToObj(i -> "a" + i + ": sourceAttributes { name value }")
                .collect(Collectors.joining(" "));

        ResponseError error = caller.refusal(
                ANALYST, "{ findSimilarAssets(queryText: \"x\", topK: 100) { hits { asset { " + aliases + " } } } }");

        assertThat(error.getExtensions()).containsEntry("code", "QUERY_TOO_COMPLEX");
    }

    @Test
    void refusesManyLookUpsOfTheCaller() {
        String calls = IntStream.range(0, 17)
                .mapToObj(i -> "m" + i + ": me { role }")
                .collect(Collectors.joining(" ", "{ ", " }"));

        assertThat(caller.refusal(ANALYST, calls).getExtensions()).containsEntry("code", "QUERY_TOO_COMPLEX");
    }

    @Test
    void acceptsTheDeepestIntrospectionQueryOfCommonTools() {
        String introspection = IntrospectionQueryBuilder.build(IntrospectionQueryBuilder.Options.defaultOptions()
                .typeRefFragmentDepth(9)
                .isOneOf(true)
                .specifiedByUrl(true));

        caller.call(ANALYST, introspection).path("__schema.queryType.name").hasValue();
    }

    @Test
    void keepsTheEnginesWordsOnFaultyDocumentsButNotWithoutACode() {
        assertThat(caller.refusal(ANALYST, "{ me { shoeSize } }").getExtensions())
                .containsEntry("code", "BAD_INPUT")
                .containsKey("remedy");
        assertThat(caller.refusal(ANALYST, "{ me {").getExtensions()).containsEntry("code", "BAD_INPUT");
    }

    private static String searches(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "s" + i + ": findSimilarAssets(queryText: \"x\") { candidates }")
                .collect(Collectors.joining(" ", "{ ", " }"));
    }
}
