package io.modernize.cmdb.tenancy.local.wiring;

import io.modernize.cmdb.tenancy.identity.wiring.LocalProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Makes the demo identities known to the authorization server and to the code that creates their memberships. */
@Configuration(proxyBeanMethods = false)
@Profile(LocalProperties.PROFILE)
@EnableConfigurationProperties(LocalProperties.class)
class LocalIdentitiesConfiguration {}
