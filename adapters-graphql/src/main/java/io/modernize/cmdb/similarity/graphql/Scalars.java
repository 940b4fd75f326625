package io.modernize.cmdb.similarity.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The schema's own scalars. They occur in answers only, so far. */
@Configuration(proxyBeanMethods = false)
class Scalars {
    @Bean
    RuntimeWiringConfigurer answerScalars() {
        return wiring -> wiring.scalar(scalar("DateTime", Instant.class, Instant::toString))
                .scalar(scalar("Long", Long.class, value -> value));
    }

    private static <T> GraphQLScalarType scalar(String name, Class<T> type, Function<T, Object> write) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new AnswerOnly<>(name, type, write))
                .build();
    }

    private record AnswerOnly<T>(String name, Class<T> type, Function<T, Object> write) implements Coercing<T, Object> {
        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            if (!type.isInstance(value)) {
                throw new CoercingSerializeException(name + " wants " + type + ", not " + value.getClass());
            }
            return write.apply(type.cast(value));
        }

        @Override
        public T parseValue(Object input, GraphQLContext context, Locale locale) {
            throw new CoercingParseValueException(name + " occurs in answers only");
        }

        @Override
        public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            throw new CoercingParseLiteralException(name + " occurs in answers only");
        }
    }
}
