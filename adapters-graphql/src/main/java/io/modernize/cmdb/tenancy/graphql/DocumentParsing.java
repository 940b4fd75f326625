package io.modernize.cmdb.tenancy.graphql;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the engine look documents up before it parses them. */
@Configuration(proxyBeanMethods = false)
class DocumentParsing {
    @Bean
    GraphQlSourceBuilderCustomizer recentDocumentsFirst(RecentDocuments documents) {
        return builder -> builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
    }
}
