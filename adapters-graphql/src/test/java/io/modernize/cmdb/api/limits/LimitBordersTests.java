package io.modernize.cmdb.api.limits;

import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.ResponseError;
import org.springframework.http.HttpHeaders;

/** Each limit at its border: what is allowed at it, and refused one above. */
@SpringBootTest(
        classes = GraphQlTestApplication.class,
        properties = {
            "cmdb.api.limits.document-characters=500",
            "cmdb.api.limits.document-tokens=60",
            "cmdb.api.limits.selections=12",
            "cmdb.api.limits.aliases=3",
            "cmdb.api.limits.root-fields=4",
            "cmdb.api.limits.directives=2",
            "cmdb.api.limits.depth=3",
            "cmdb.api.limits.variables-depth=2",
            "cmdb.api.limits.variable-values=6"
        })
class LimitBordersTests {
    private static final String WITH_FILTER =
            "query ($f: AssetFilterInput) { findSimilarAssets(queryText: \"x\", filter: $f) { candidates } }";

    @Autowired
    private GraphQlCaller caller;

    @Test
    void countsCharactersOfADocument() {
        String document = "{ __typename }";

        accepts(document + " ".repeat(500 - document.length()));
        refuses(document + " ".repeat(501 - document.length()), "document-characters", 501, 500);
    }

    @Test
    void countsTokensOfADocument() {
        accepts(ofTokens(60));
        refuses(ofTokens(61), "document-tokens", 61, 60);
    }

    /** Nineteen, and one for each item of the list. */
    private static String ofTokens(int tokens) {
        return "{ findSimilarAssets(queryText: \"x\", filter: { ciClasses: [" + "\"a\" ".repeat(tokens - 19)
                + "] }) { candidates } }";
    }

    @Test
    void countsAliases() {
        accepts("{ a: __typename b: __typename c: __typename }");
        refuses("{ a: __typename b: __typename c: __typename d: __typename }", "aliases", 4, 3);
    }

    @Test
    void countsFieldsAtTheRootAlsoOfFragments() {
        accepts("{ __typename ...R } fragment R on Query { a: __typename b: __typename c: __typename }");
        refuses(
                "{ __typename ...R ... on Query { __typename } }"
                        + " fragment R on Query { a: __typename b: __typename c: __typename }",
                "root-fields",
                5,
                4);
    }

    @Test
    void countsDirectives() {
        accepts("{ __typename @include(if: true) @skip(if: false) }");
        refuses(
                "{ __typename @include(if: true) ... @skip(if: false) @include(if: true) { __typename } }",
                "directives",
                3,
                2);
    }

    @Test
    void countsFieldsWithFragmentsWrittenOut() {
        String fragments = " fragment A on Me { ...B ...B } fragment B on Me { role role }";

        accepts("{ me { ...A ...A role role role } }" + fragments);
        refuses("{ me { ...A ...A role role role role } }" + fragments, "selections", 13, 12);
    }

    @Test
    void isNotHeldUpByFragmentsThatDouble() {
        String fragments = IntStream.range(0, 8)
                .mapToObj(i -> " fragment F%d on Me { ...F%d ...F%d }".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining());

        assertThat(extensions("{ me { ...F0 } }" + fragments + " fragment F8 on Me { role }", Map.of()))
                .containsEntry("limit", "document-tokens");
        String few = IntStream.range(0, 4)
                .mapToObj(i -> " fragment F%d on Me { ...F%d ...F%d }".formatted(i, i + 1, i + 1))
                .collect(Collectors.joining());
        refuses("{ me { ...F0 } }" + few + " fragment F4 on Me { role }", "selections", 17, 12);
    }

    @Test
    void leavesFragmentsThatSpreadThemselvesToTheEngine() {
        assertThat(extensions("{ me { ...A } } fragment A on Me { role ...A }", Map.of()))
                .containsEntry("code", "BAD_INPUT");
    }

    @Test
    void countsLevels() {
        accepts("{ findSimilarAssets(queryText: \"x\") { hits { score } } }");
        refuses("{ findSimilarAssets(queryText: \"x\") { hits { asset { id } } } }", "depth", 4, 3);
    }

    @Test
    void countsLevelsOfVariables() {
        accepts(WITH_FILTER, Map.of("f", Map.of("ciClasses", List.of("server"))));
        refuses(WITH_FILTER, Map.of("f", Map.of("ciClasses", List.of(List.of("server")))), "variables-depth", 3, 2);
    }

    @Test
    void countsValuesOfVariables() {
        accepts(WITH_FILTER, Map.of("f", Map.of("ciClasses", Collections.nCopies(4, "server"))));
        refuses(
                WITH_FILTER,
                Map.of("f", Map.of("ciClasses", Collections.nCopies(5, "server"))),
                "variable-values",
                7,
                6);
    }

    @Test
    void refusesTextsThatNoDatabaseHolds() {
        for (String text : List.of("a\0b", "\ud83d", "\ude00\ud83d")) {
            assertThat(extensions(WITH_FILTER, Map.of("f", Map.of("ciClasses", List.of(text)))))
                    .containsEntry("code", "BAD_INPUT");
        }
        assertThat(extensions("{ findSimilarAssets(queryText: \"\\u0000\") { candidates } }", Map.of()))
                .containsEntry("code", "BAD_INPUT");
        accepts(WITH_FILTER, Map.of("f", Map.of("ciClasses", List.of("\ud83d\ude00"))));
    }

    @Test
    void refusesIntrospectionByDefault() {
        assertThat(extensions("{ __schema { types { name } } }", Map.of()))
                .containsEntry("code", "INTROSPECTION_DISABLED");
        assertThat(extensions("{ __type(name: \"Asset\") { name } }", Map.of()))
                .containsEntry("code", "INTROSPECTION_DISABLED");
    }

    private void accepts(String document) {
        accepts(document, Map.of());
    }

    private void accepts(String document, Map<String, Object> variables) {
        caller.call(ANALYST, new HttpHeaders(), document, variables)
                .errors()
                .satisfy(errors -> assertThat(errors).isEmpty());
    }

    private void refuses(String document, String limit, int value, int maximum) {
        refuses(document, Map.of(), limit, value, maximum);
    }

    private void refuses(String document, Map<String, Object> variables, String limit, int value, int maximum) {
        Map<String, Object> extensions = extensions(document, variables);

        assertThat(extensions).containsEntry("limit", limit).containsKeys("code", "remedy");
        assertThat(extensions.get("value")).hasToString(Integer.toString(value));
        assertThat(extensions.get("maximum")).hasToString(Integer.toString(maximum));
    }

    private Map<String, Object> extensions(String document, Map<String, Object> variables) {
        ResponseError error = caller.refusal(ANALYST, new HttpHeaders(), document, variables);
        return error.getExtensions();
    }
}
