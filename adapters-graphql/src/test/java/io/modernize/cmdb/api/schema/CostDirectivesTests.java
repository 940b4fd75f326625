package io.modernize.cmdb.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.modernize.cmdb.api.GraphQlTestApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.execution.GraphQlSource;

/** The schema says what its fields cost, and nothing that the service does not count. */
@SpringBootTest(classes = GraphQlTestApplication.class)
class CostDirectivesTests {
    @Autowired
    private GraphQlSource source;

    @Test
    void sayTheSizeOfEveryListWithPagesAndOfEverySearch() {
        assertThat(CostFaults.of(source.schema())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a(first: Int): C                                                      | argument first
        a(last: Int): C                                                       | argument last
        a(topK: Int): C                                                       | argument topK
        a(first: Int, last: Int): C @listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes"]) | argument last
        a: C                                                                  | list edges of C
        a: S                                                                  | list hits of S
        a(first: Int): C @listSize(slicingArguments: ["first"])               | list edges of C
        a(first: Int): C @listSize(slicingArguments: ["first"], sizedFields: ["edges"]) | list nodes of C
        a(first: Int): C @listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes", "rows"]) | sizedFields: rows
        a(first: Int): C @listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes", "total"]) | sizedFields: total
        a(first: Int): Int @listSize(slicingArguments: ["first"])             | sizedFields are for
        a(first: Int): [Int] @listSize(slicingArguments: ["first", "size"])   | slicingArguments: size
        a(first: String): [Int] @listSize(slicingArguments: ["first"])        | slicingArguments: first
        a: [Int] @listSize                                                    | no size
        a: [Int] @listSize(assumedSize: 0)                                    | assumedSize
        a(first: Int): [Int] @listSize(assumedSize: 9, slicingArguments: ["first"])    | assumedSize
        a(first: Int = 2): [Int] @listSize(assumedSize: 9, slicingArguments: ["first"], requireOneSlicingArgument: false) | assumedSize
        a: [W]                                                                | lead to look-ups
        a: Int @cost(weight: "much")                                          | weight
        a: Int @cost(weight: "-1")                                            | weight
        a(x: Int @cost(weight: "1")): Int                                     | where it is not counted
        a: D                                                                  | where it is not counted
        """)
    void findsWhatIsMissing(String field, String fault) throws IOException {
        assertThat(CostFaults.of(schema(field))).anyMatch(found -> found.contains(fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a: Int @cost(weight: "500")
        a: [Int]
        a: [Int] @listSize(assumedSize: 9)
        a: [W] @listSize(assumedSize: 9)
        a(first: Int = 2): [Int] @listSize(slicingArguments: ["first"])
        a(first: Int): C @listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes"])
        a(topK: Int): S @cost(weight: "1000") @listSize(slicingArguments: ["topK"], sizedFields: ["hits"])
        """)
    void acceptsWhatIsComplete(String field) throws IOException {
        assertThat(CostFaults.of(schema(field))).isEmpty();
    }

    private static GraphQLSchema schema(String field) throws IOException {
        String directives = new ClassPathResource("graphql/costs.graphqls").getContentAsString(StandardCharsets.UTF_8);
        String types = """
            type C { edges: [Int] nodes: [Int] total: Int }
            type S { hits: [Int] }
            type W { x: V }
            type V { y: Int @cost(weight: "200") }
            """;
        String own = field.endsWith(": D") ? "type D @cost(weight: \"1\") { x: Int }" : "";
        String sdl = String.join("\n", List.of(directives, types, own, "type Query { " + field + " }"));
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), RuntimeWiring.MOCKED_WIRING);
    }
}
