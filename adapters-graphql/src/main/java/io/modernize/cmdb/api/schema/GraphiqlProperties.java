package io.modernize.cmdb.api.schema;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the GraphiQL page.
 *
 * @param enabled whether there is one; off by default
 * @param clientId public OAuth client at an authorization server of the same origin, which the page's sign-in uses;
 *     null for no sign-in, where users paste a token into the header editor
 */
@ConfigurationProperties("cmdb.graphiql")
record GraphiqlProperties(
        @DefaultValue("false") boolean enabled, @Nullable String clientId) {}
