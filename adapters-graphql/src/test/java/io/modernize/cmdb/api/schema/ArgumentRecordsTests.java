package io.modernize.cmdb.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import io.modernize.cmdb.api.GraphQlTestApplication;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Controller;

/**
 * Records with the arguments of a field have a component for each of them. The start of the service does not check this: a
 * condition whose name differs would be null, and the answer would ignore it.
 */
@SpringBootTest(classes = GraphQlTestApplication.class)
class ArgumentRecordsTests {
    /** It becomes part of the scope. */
    private static final String ENGAGEMENT = "engagementId";

    @Autowired
    private GraphQlSource source;

    @Autowired
    private ApplicationContext application;

    @Test
    void haveTheArgumentsOfTheirFields() {
        assertThat(handlers().filter(ArgumentRecordsTests::hasRecord))
                .hasSizeGreaterThan(5)
                .allSatisfy(handler ->
                        assertThat(named(handler)).as(handler.toString()).isEqualTo(argumentsOf(field(handler))));
    }

    private Stream<Method> handlers() {
        return application.getBeansWithAnnotation(Controller.class).values().stream()
                .flatMap(controller -> Arrays.stream(controller.getClass().getDeclaredMethods()))
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, SchemaMapping.class));
    }

    private static boolean hasRecord(Method handler) {
        return Arrays.stream(handler.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(Arguments.class));
    }

    private static Set<String> named(Method handler) {
        return Arrays.stream(handler.getParameters())
                .flatMap(ArgumentRecordsTests::names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(Parameter parameter) {
        if (parameter.isAnnotationPresent(Arguments.class)) {
            return Arrays.stream(parameter.getType().getRecordComponents()).map(RecordComponent::getName);
        }
        return parameter.isAnnotationPresent(Argument.class) ? Stream.of(parameter.getName()) : Stream.of();
    }

    private static Set<String> argumentsOf(GraphQLFieldDefinition field) {
        return field.getArguments().stream()
                .map(GraphQLArgument::getName)
                .filter(name -> !name.equals(ENGAGEMENT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private GraphQLFieldDefinition field(Method handler) {
        SchemaMapping mapping = Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(handler, SchemaMapping.class), handler::toString);
        GraphQLObjectType type =
                Objects.requireNonNull(source.schema().getObjectType(mapping.typeName()), handler::toString);
        return Objects.requireNonNull(
                type.getFieldDefinition(mapping.field().isEmpty() ? handler.getName() : mapping.field()),
                handler::toString);
    }
}
