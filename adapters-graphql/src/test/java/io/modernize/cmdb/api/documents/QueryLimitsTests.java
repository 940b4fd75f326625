package io.modernize.cmdb.api.documents;

import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQueryBuilder;
import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.api.limits.FieldCosts;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.ResponseError;

@SpringBootTest(classes = GraphQlTestApplication.class, properties = "cmdb.api.introspection=true")
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
                .containsEntry("limit", "depth")
                .containsEntry("maximum", 15L)
                .containsKeys("value", "remedy");
        assertThat(error.getMessage()).contains("the limit is 15");
    }

    @Test
    void refusesTooManySearchesInOneRequestAndNamesTheLimit() {
        ResponseError error = caller.refusal(ANALYST, searches(10));

        assertThat(error.getExtensions())
                .containsEntry("code", "QUERY_TOO_COMPLEX")
                .containsEntry("limit", "complexity")
                .containsEntry("maximum", 10_000L)
                .containsEntry("value", 10L * (FieldCosts.SEARCH_COST + 1));
    }

    @Test
    void acceptsNineSearchesInOneRequest() {
        caller.call(ANALYST, searches(9)).path("s0.candidates").hasValue();
    }

    @Test
    void acceptsOneSearchOfTheMostHitsWithEveryField() {
        caller.call(ANALYST, """
            { findSimilarAssets(queryText: "x", topK: 100) {
                mode plan { strategy }
                candidates candidatesExact completeness { complete reason message }
                facets { assets complete fields { field values { value count } } }
                hits { score stale engagement { id slug name }
                  explanation { vector { rank score } text { rank score highlights { field passage { text match } } }
                    identifier { field value exact } filters { condition value } }
                  asset {
                    id sourceSystem externalKey name ciClass description environment hostName fqdn osName osVersion
                    osFamily cpuCount memoryMib storageGib location owner supportGroup status operationalStatus
                    serialNumber assetTag addresses tags sourceAttributes { name value } updatedAt } } } }
            """).path("findSimilarAssets.hits").hasValue();
    }

    @Test
    void countsHighlightsAndFacetsOfEveryAlias() {
        String highlights = IntStream.range(0, 7)
                .mapToObj(i -> "h" + i + ": highlights { field }")
                .collect(Collectors.joining(" "));
        String facets = IntStream.range(0, 18)
                .mapToObj(i -> "f" + i + ": facets { assets }")
                .collect(Collectors.joining(" "));

        for (String selection : new String[] {
            "hits { a: explanation { text { " + highlights + " } } b: score c: stale asset { id name"
                    + " ciClass description environment hostName fqdn osName osVersion location owner tags } }",
            facets
        }) {
            assertThat(caller.refusal(
                                    ANALYST, "{ findSimilarAssets(queryText: \"x\", topK: 100) { " + selection + " } }")
                            .getExtensions())
                    .containsEntry("code", "QUERY_TOO_COMPLEX");
        }
    }

    @Test
    void countsEveryHitOfEveryAlias() {
        String aliases = IntStream.range(0, 5)
                .mapToObj(i -> "a" + i + ": sourceAttributes { name value }")
                .collect(Collectors.joining(" "));

        ResponseError error = caller.refusal(
                ANALYST, "{ findSimilarAssets(queryText: \"x\", topK: 100) { hits { asset { " + aliases + " } } } }");

        assertThat(error.getExtensions()).containsEntry("code", "QUERY_TOO_COMPLEX");
    }

    @Test
    void refusesManyLookUpsOfTheCaller() {
        String calls = IntStream.range(0, 20)
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
