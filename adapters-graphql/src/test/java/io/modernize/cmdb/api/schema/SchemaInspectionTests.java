package io.modernize.cmdb.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import io.modernize.cmdb.api.GraphQlTestApplication;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.graphql.execution.GraphQlSource;

@SpringBootTest(classes = GraphQlTestApplication.class)
class SchemaInspectionTests {
    @Autowired
    private GraphQlSource source;

    @Test
    void refusesToStartWhereAFieldHasNoController() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(GraphQlAutoConfiguration.class))
                .withUserConfiguration(SchemaInspection.class)
                .withPropertyValues("spring.graphql.schema.locations=classpath:unmapped-schema/")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("field Query.orphan has neither controller nor property"));
    }

    @Test
    void describesEveryTypeFieldAndArgument() {
        GraphQLSchema schema = source.schema();
        List<String> undescribed = new ArrayList<>();
        schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .filter(type -> type.getDefinition() != null)
                .forEach(type -> {
                    note(undescribed, type.getName(), type);
                    if (type instanceof GraphQLFieldsContainer container) {
                        container.getFieldDefinitions().forEach(field -> {
                            note(undescribed, type.getName() + "." + field.getName(), field);
                            field.getArguments()
                                    .forEach(argument -> note(undescribed, field.getName() + "(" + argument, argument));
                        });
                    }
                    if (type instanceof GraphQLInputObjectType input) {
                        input.getFields()
                                .forEach(field -> note(undescribed, type.getName() + "." + field.getName(), field));
                    }
                });

        assertThat(undescribed).isEmpty();
    }

    private static void note(List<String> undescribed, String name, GraphQLNamedSchemaElement element) {
        if (element.getDescription() == null || element.getDescription().isBlank()) {
            undescribed.add(name);
        }
    }
}
