package io.modernize.cmdb.embedding.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The scalar {@code Date}: a day without a time. */
@Configuration(proxyBeanMethods = false)
class DateScalar {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final String REMEDY = "Date wants a day as ISO 8601 writes it, for example 2026-03-01";

    @Bean
    RuntimeWiringConfigurer isoDays() {
        return wiring -> wiring.scalar(GraphQLScalarType.newScalar()
                .name("Date")
                .coercing(new IsoDay())
                .build());
    }

    /** The day that a text names. Only some years are accepted, because calculations and databases have limits. */
    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("no day that anything happened on");
        }
        return day;
    }

    private static final class IsoDay implements Coercing<LocalDate, String> {
        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            if (!(value instanceof LocalDate day)) {
                throw new CoercingSerializeException("Date wants a LocalDate, not " + value.getClass());
            }
            return day.toString();
        }

        @Override
        public LocalDate parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                if (input instanceof String text) {
                    return day(text);
                }
            } catch (DateTimeException noDay) {
                throw new CoercingParseValueException(REMEDY);
            }
            throw new CoercingParseValueException(REMEDY);
        }

        @Override
        public LocalDate parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                if (input instanceof StringValue text && text.getValue() != null) {
                    return day(text.getValue());
                }
            } catch (DateTimeException noDay) {
                throw new CoercingParseLiteralException(REMEDY);
            }
            throw new CoercingParseLiteralException(REMEDY);
        }
    }
}
