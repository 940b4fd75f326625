package io.modernize.cmdb.tenancy.wiring;

import java.util.function.LongSupplier;
import org.apache.coyote.ProtocolHandler;
import org.apache.coyote.http11.Http11NioProtocol;
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
        factory.setProtocol(HttpProtocol.class.getName());
        TomcatProtocolHandlerCustomizer<ProtocolHandler> bounds = protocol -> {
            if (protocol instanceof HttpProtocol bounded) {
                bounded.endpoint.bound(properties, nanos);
            }
        };
        factory.addProtocolHandlerCustomizers(bounds);
    }

    /** HTTP over a {@link BoundedEndpoint}. The container makes it by the name of its class, so it is public. */
    public static final class HttpProtocol extends Http11NioProtocol {
        private final BoundedEndpoint endpoint;

        public HttpProtocol() {
            this(new BoundedEndpoint());
        }

        private HttpProtocol(BoundedEndpoint endpoint) {
            super(endpoint);
            this.endpoint = endpoint;
        }
    }
}
