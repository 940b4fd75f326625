package io.modernize.cmdb.tenancy.wiring;

import java.util.function.LongSupplier;
import org.apache.coyote.ProtocolHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Gives the servlet container the bounds of connections. */
@Component
@EnableConfigurationProperties(ConnectionProperties.class)
final class ConnectionBounds implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final ConnectionProperties properties;
    private final LongSupplier nanos;

    @Autowired
    ConnectionBounds(ConnectionProperties properties) {
        this(properties, System::nanoTime);
    }

    /** @param nanos a clock in nanoseconds, of which differences count */
    ConnectionBounds(ConnectionProperties properties, LongSupplier nanos) {
        this.properties = properties;
        this.nanos = nanos;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(BoundedHttpProtocol.class.getName());
        TomcatProtocolHandlerCustomizer<ProtocolHandler> bounds = protocol -> {
            if (protocol instanceof BoundedHttpProtocol bounded) {
                bounded.bound(properties, nanos);
            }
        };
        factory.addProtocolHandlerCustomizers(bounds);
    }
}
