package io.modernize.cmdb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ParseAndValidate;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.modernize.cmdb.benchmarks.neighbour.NeighbourDocuments;
import io.modernize.cmdb.testsupport.attacks.AttackDocuments;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents of benchmarks fit the schema. Nothing else would notice before somebody measures again. */
class GraphQlDocumentsTests {
    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser().parse(Path.of("../docs/schema.graphqls").toFile()), RuntimeWiring.MOCKED_WIRING);

    static Stream<String> documents() {
        return Stream.of(
                        AllocationWorkload.documents(),
                        List.of(HttpSearcher.QUERY),
                        NeighbourDocuments.all(),
                        AttackDocuments.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void fitTheSchema(String document) {
        assertThat(ParseAndValidate.validate(SCHEMA, Parser.parse(document), Locale.ENGLISH))
                .isEmpty();
    }
}
