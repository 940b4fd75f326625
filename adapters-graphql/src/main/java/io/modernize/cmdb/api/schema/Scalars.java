package io.modernize.cmdb.api.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/**
 * The schema's own scalars. As arguments there are moments only, so far.
 *
 * <p>They are not those of {@code graphql-java-extended-scalars}. Its {@code DateTime} cuts a moment to milliseconds, where
 * the database has microseconds. It accepts years that the database cannot store. Its refusals quote a parser and name no
 * remedy. Its {@code Long} also reads and writes texts.
 */
@Configuration(proxyBeanMethods = false)
class Scalars {
    /** What the database can tell apart, and people mean. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    @Bean
    RuntimeWiringConfigurer answerScalars() {
        return wiring -> wiring.scalar(scalar("DateTime", Instant.class, Instant::toString, Scalars::moment))
                .scalar(scalar("Long", Long.class, value -> value, text -> Optional.empty()));
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text))
                    .filter(moment -> !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    private static <T> GraphQLScalarType scalar(
            String name, Class<T> type, Function<T, Object> write, Function<String, Optional<T>> read) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new TextScalar<>(name, type, write, read))
                .build();
    }

    /** @param read empty for a text that is no such value */
    private record TextScalar<T>(
            String name, Class<T> type, Function<T, Object> write, Function<String, Optional<T>> read)
            implements Coercing<T, Object> {
        @Override
        public Object serialize(Object value, GraphQLContext context, Locale locale) {
            if (!type.isInstance(value)) {
                throw new CoercingSerializeException(name + " wants " + type + ", not " + value.getClass());
            }
            return write.apply(type.cast(value));
        }

        @Override
        public T parseValue(Object input, GraphQLContext context, Locale locale) {
            if (type.isInstance(input)) {
                return type.cast(input);
            }
            return Optional.of(input)
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .flatMap(read)
                    .orElseThrow(() -> new CoercingParseValueException(remedy()));
        }

        @Override
        public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return Optional.of(input)
                    .filter(StringValue.class::isInstance)
                    .map(literal -> ((StringValue) literal).getValue())
                    .flatMap(read)
                    .orElseThrow(() -> new CoercingParseLiteralException(remedy()));
        }

        private String remedy() {
            return "a " + name + " is a text such as 2026-03-01T09:30:00Z";
        }
    }
}
