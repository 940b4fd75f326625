package io.modernize.cmdb.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.CoercedVariables;
import graphql.parser.Parser;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.similarity.duplicates.DuplicateGrouping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.execution.GraphQlSource;

/** What documents cost, with the directives of the service's schema. */
@SpringBootTest(classes = GraphQlTestApplication.class)
class FieldCostsTests {
    @Autowired
    private GraphQlSource source;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        { engagements { id name } }                                                   | 206
        { me { role } }                                                               | 501
        { embeddingCoverage { assets } }                                              | 1003
        { embeddingSpaces { model } }                                                 | 1001
        { clientAccounts { role } }                                                   | 1001
        mutation { startReindex { job { id } } }                                      | 1002
        mutation { stopJob(input: {id: "x"}) { job { id } } }                         | 202
        mutation { restartJob(input: {id: "x"}) { job { id } } }                      | 202
        mutation { dismissDuplicateGroup(input: {groupId: "x"}) { errors { code } } } | 202
        mutation { restoreDuplicateGroup(input: {groupId: "x"}) { errors { code } } } | 202
        subscription { jobProgress(id: "x") { status engagement { name } } }          | 209
        { __schema { types { name fields { name } } } }                               | 1
        """)
    void costsOfFieldsWithoutPages(String document, int points) {
        assertThat(cost(document)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        { jobs { nodes { id } } }                                                     | 221
        { jobs(first: 3) { edges { cursor node { id } } pageInfo { endCursor } } }    | 212
        { jobs(first: 3) { edges { cursor } nodes { id } } }                          | 208
        { jobs(first: null) { nodes { id } } }                                        | 301
        { jobs(first: 100000) { nodes { id } } }                                      | 1201
        { jobs(first: -5) { nodes { id } } }                                          | 202
        { assets { nodes { id } } }                                                   | 301
        { assets(last: 7) { nodes { id } } }                                          | 208
        { assets(first: 3, last: 7) { nodes { id } } }                                | 208
        { assets(first: null, last: 7) { nodes { id } } }                             | 208
        { assets(first: 7, last: null) { nodes { id } } }                             | 208
        { assets(first: null, last: null) { nodes { id } } }                          | 301
        { assets(first: 1) { facets { assets } } }                                    | 701
        { assets(first: 1) { totalCount totalCountExact } }                            | 400
        { memberships(first: 2) { nodes { engagements { id } } } }                     | 307
        { asset(id: "x") { sourceAttributes { name value } } }                        | 222
        { asset(id: "x") { relatedAssets { total related { type } } } }               | 214
        { engagement(id: "x") { assets(first: 2) { nodes { id } } } }                  | 403
        { engagement(id: "x") { imports(first: 2) { nodes { id } } } }                 | 403
        { engagement(id: "x") { jobs(first: 2) { nodes { id engagement { id } } } } }  | 407
        { engagement(id: "x") { embeddingCoverage { assets } } }                       | 701
        { importReport(id: "x") { rejections(first: 4) { nodes { line } } } }         | 405
        """)
    void costsOfPages(String document, int points) {
        assertThat(cost(document)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        { findSimilarAssets(queryText: "x") { candidates hits { score } } }           | 1007
        { assetsLike(assetId: "x", topK: 9) { hits { score asset { id } } } }         | 1028
        { asset(id: "x") { similar(topK: 2) { hits { score } facets { assets } } } }  | 1704
        { assetsLike(assetId: "x") { hits { explanation { text { highlights { field } } } } } } | 1066
        """)
    void costsOfSearches(String document, int points) {
        assertThat(cost(document)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"200, 1001", "201, 1001", "202, 1002", "2000, 1901"})
    void countsTheTextOfASearch(int characters, int points) {
        assertThat(cost("{ findSimilarAssets(queryText: \"" + "x".repeat(characters) + "\") { candidates } }"))
                .isEqualTo(points);
    }

    @Test
    void countsThreeMembersOfAGroupWhereTheyAreOnlyRead() {
        assertThat(cost("{ duplicateGroups(first: 1) { nodes { members { id name } } } }"))
                .isEqualTo(200 + 1 + 1 + 3 * 2);
    }

    @Test
    void countsTheMostMembersOfAGroupWhereEachMakesWork() {
        int most = DuplicateGrouping.MAX_MEMBERS;

        assertThat(cost("{ duplicateGroups(first: 1) { nodes { members { similar { candidates } } } } }"))
                .isEqualTo(200 + 1 + 1 + most * 1_001);
        assertThat(cost("{ duplicateGroups(first: 1) { nodes { members {"
                        + " relatedAssets(first: 99) { related { type direction } } } } } }"))
                .isEqualTo(200 + 1 + 1 + most * (2 + 1 + 99 * 2));
    }

    /** Each event asks anew. */
    @Test
    void countsTheEventsOfASubscription() {
        assertThat(cost("subscription { jobProgress(id: \"x\") { engagement { assets(first: 1) { nodes { id } } } } }"))
                .isEqualTo(200 + 600 * (1 + 200 + 1 + 1));
    }

    /** A client account has at most 500 engagements, and each list of each of them is a look-up. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        { engagements { assets(first: 1) { nodes { id } } } }                  | 101200
        { me { engagements { embeddingCoverage { assets } } } }                | 251001
        { embeddingCoverage { engagement { jobs(first: 1) { nodes { id } } } } } | 102500
        { memberships(first: 1) { nodes { engagements { jobs(first: 1) { nodes { id } } } } } } | 101251
        """)
    void countsAllEngagementsWhereEachMakesWork(String document, int points) {
        assertThat(cost(document)).isEqualTo(points);
    }

    @Test
    void saysInTheSchemaWhatFieldsWithoutTheDirectiveCost() {
        assertThat(source.schema().getDirective("cost").getDescription())
                .contains("look-up", FieldCosts.LOOK_UP_COST + " points", "search", FieldCosts.SEARCH_COST + " points");
    }

    private int cost(String document) {
        return QueryComplexityCalculator.newCalculator()
                .fieldComplexityCalculator(new FieldCosts())
                .schema(source.schema())
                .document(Parser.parse(document))
                .variables(CoercedVariables.emptyVariables())
                .build()
                .calculate();
    }
}
