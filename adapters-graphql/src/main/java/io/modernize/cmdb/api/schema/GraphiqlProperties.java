package io.modernize.cmdb.api.schema;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the GraphiQL page.
 *
 * @param enabled whether there is a page; off by default
 * @param clientId the public OAuth client at an authorization server of the same origin, for the page's sign-in; null
 *     for no sign-in, so that users paste a token into the header editor
 */
@ConfigurationProperties("cmdb.graphiql")
record GraphiqlProperties(
        @DefaultValue("false") boolean enabled, @Nullable String clientId) {}
