package io.modernize.cmdb.inventory.graphql;

import graphql.GraphqlErrorException;
import io.modernize.cmdb.api.gate.ApiRequest;
import io.modernize.cmdb.api.limits.RequestCosts;
import io.modernize.cmdb.inventory.application.SentFile;
import io.modernize.cmdb.tenancy.ClientAccountId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Charges the running request for the bytes that it sends. A work of the request's own thread. */
final class UploadPrice implements SentFile.Price {
    private static final long KIBIBYTE = 1_024;

    private final ClientAccountId clientAccountId;
    private @Nullable GraphqlErrorException refusal;

    UploadPrice(ClientAccountId clientAccountId) {
        this.clientAccountId = clientAccountId;
    }

    @Override
    public boolean pay(long bytes) {
        long points = Math.ceilDiv(bytes, KIBIBYTE) * RequestCosts.UPLOADED_KIBIBYTE;
        Optional<GraphqlErrorException> refused =
                ApiRequest.current().flatMap(request -> request.chargeFurther(clientAccountId, points));
        refusal = refused.orElse(null);
        return refused.isEmpty();
    }

    /** The refusal of the last bytes. */
    GraphqlErrorException refusal() {
        return Objects.requireNonNull(refusal, "the bytes were paid");
    }
}
