package io.modernize.cmdb.api.documents;

import graphql.parser.ParserOptions;
import graphql.parser.ParsingListener;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.api.limits.Limit;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the engine how to get a parsed document. */
@Configuration(proxyBeanMethods = false)
class DocumentParsing {
    /** Makes the engine look documents up before it parses them. */
    @Bean
    GraphQlSourceBuilderCustomizer recentDocumentsFirst(RecentDocuments documents) {
        return builder -> builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
    }

    /**
     * The options of the parser for one document. The engine's own limits are set to twice ours, or so that they cannot
     * be reached before ours, because its errors have no code.
     */
    static ParserOptions options(ApiLimits limits) {
        return ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(2 * limits.documentTokens())
                        .maxWhitespaceTokens(limits.documentCharacters() + 1)
                        .maxCharacters(limits.documentCharacters() + 1)
                        .parsingListener(new TokenCount(limits)));
    }

    /** Counts the tokens that the parser reads, and stops it. */
    private static final class TokenCount implements ParsingListener {
        private final ApiLimits limits;
        private long tokens;

        TokenCount(ApiLimits limits) {
            this.limits = limits;
        }

        @Override
        public void onToken(Token token) {
            limits.check(Limit.DOCUMENT_TOKENS, ++tokens);
        }
    }
}
