package io.modernize.cmdb.inventory.application;

import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.shares.application.FairShares;
import io.modernize.cmdb.tenancy.shares.application.FairShares.Place;
import io.modernize.cmdb.tenancy.shares.application.FreeSpace;
import io.modernize.cmdb.tenancy.shares.application.FreeSpace.Shortage;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;

/** Decides whether an upload may begin now: there is room for it, and the client account has a place. */
public final class UploadAdmission {
    private final FairShares<ClientAccountId> places;
    private final Duration patience;
    private final FreeSpace space;

    /**
     * @param places the uploads at a time
     * @param patience the longest wait for a place; short, because the caller waits with an open connection
     */
    public UploadAdmission(FairShares<ClientAccountId> places, Duration patience, FreeSpace space) {
        this.places = places;
        this.patience = patience;
        this.space = space;
    }

    Optional<Shortage> shortage() {
        return space.inDatabase();
    }

    /**
     * Takes a place for an upload of the client account.
     *
     * @throws OverloadedException if no place became free in time
     */
    Place take(ClientAccountId clientAccountId) throws InterruptedIOException {
        try {
            return places.take(clientAccountId, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (InterruptedIOException) new InterruptedIOException("interrupted before the upload").initCause(e);
        }
    }
}
