package io.modernize.cmdb.tenancy.wiring;

import java.util.function.LongSupplier;
import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP over a {@link BoundedEndpoint}. The container makes it by the name of its class, so it is public. */
public final class BoundedHttpProtocol extends Http11NioProtocol {
    private final BoundedEndpoint endpoint;

    public BoundedHttpProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedHttpProtocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    void bound(ConnectionProperties bounds, LongSupplier nanos) {
        endpoint.bound(bounds, nanos);
    }
}
