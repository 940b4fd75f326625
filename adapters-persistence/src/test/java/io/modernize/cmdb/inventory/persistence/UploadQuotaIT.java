package io.modernize.cmdb.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.AuditOrigin;
import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.audit.application.Audit.Attempt;
import io.modernize.cmdb.audit.application.AuditTrail;
import io.modernize.cmdb.inventory.application.ImportUploads;
import io.modernize.cmdb.inventory.application.ImportUploads.UploadUsage;
import io.modernize.cmdb.inventory.application.ReceiveUpload;
import io.modernize.cmdb.inventory.application.ReceiveUpload.UploadLimits;
import io.modernize.cmdb.inventory.application.SentFile;
import io.modernize.cmdb.inventory.application.UploadAdmission;
import io.modernize.cmdb.inventory.application.UploadOutcome;
import io.modernize.cmdb.inventory.imports.ImportUploadId;
import io.modernize.cmdb.tenancy.application.TenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import io.modernize.cmdb.tenancy.shares.application.FairShares;
import io.modernize.cmdb.tenancy.shares.application.ScriptedFreeSpace;
import io.modernize.cmdb.testsupport.Await;
import io.modernize.cmdb.testsupport.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The uploads of a client account stay below its quota together, and a slow one holds no connection. */
@PersistenceTest
class UploadQuotaIT {
    private static final int MEBIBYTE = 1 << 20;
    private static final Attempt ATTEMPT = new Attempt(AuditAction.UPLOAD_FILE, AuditActor.OPERATOR, AuditOrigin.NONE);

    private final JdbcClient admin = JdbcClient.create(TestDatabase.shared().adminDataSource());

    @Autowired
    private ImportUploads uploads;

    @Autowired
    private TenantTransactions transactions;

    @Autowired
    private AuditTrail trail;

    @Autowired
    @Qualifier("backgroundPool")
    private HikariDataSource connections;

    @Autowired
    private TwoClients clients;

    private ReceiveUpload receive(UploadLimits limits) {
        return new ReceiveUpload(
                uploads,
                transactions,
                new Audit(trail, transactions, Clock.systemUTC()),
                limits,
                new UploadAdmission(
                        new FairShares<>("uploads", 8, 0, 8, 8), Duration.ofSeconds(30), new ScriptedFreeSpace()),
                Clock.systemUTC());
    }

    private static UploadLimits limits(int bytes, int files) {
        return new UploadLimits(10L * MEBIBYTE, bytes, files, Duration.ofHours(1), Duration.ofDays(7));
    }

    private UploadOutcome upload(ReceiveUpload receive, InputStream content) throws IOException {
        return receive.receive(
                clients.exitScope(), clients.exit(), new SentFile("servers.csv", content, -1, bytes -> true), ATTEMPT);
    }

    private UploadOutcome upload(ReceiveUpload receive, int bytes) throws IOException {
        return upload(receive, new ByteArrayInputStream(new byte[bytes]));
    }

    /** The answers of eight uploads at a time. */
    private List<UploadOutcome> uploadTogether(ReceiveUpload receive, int bytes) throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<Callable<UploadOutcome>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> upload(receive, bytes));
            }
            List<UploadOutcome> outcomes = new ArrayList<>();
            for (Future<UploadOutcome> call : callers.invokeAll(calls)) {
                outcomes.add(call.get());
            }
            return outcomes;
        }
    }

    @Test
    void keepsFewEnoughFilesOfUploadsAtTheSameTime() throws Exception {
        List<UploadOutcome> outcomes = uploadTogether(receive(limits(100 * MEBIBYTE, 3)), 1_000);

        assertThat(outcomes)
                .filteredOn(UploadOutcome.Received.class::isInstance)
                .hasSize(3);
        assertThat(outcomes)
                .filteredOn(UploadOutcome.QuotaExceeded.class::isInstance)
                .hasSize(5);
        assertThat(uploads.lockUsage(clients.exitScope())).isEqualTo(new UploadUsage(3, 3_000));
        assertThat(uploads.lockUsage(clients.harborScope())).isEqualTo(new UploadUsage(0, 0));
    }

    @Test
    void keepsFewEnoughBytesOfUploadsAtTheSameTime() throws Exception {
        List<UploadOutcome> outcomes = uploadTogether(receive(limits(4 * MEBIBYTE, 100)), 2 * MEBIBYTE);

        long received = outcomes.stream()
                .filter(UploadOutcome.Received.class::isInstance)
                .count();
        assertThat(received).isLessThanOrEqualTo(2);
        assertThat(uploads.lockUsage(clients.exitScope()))
                .as("what was refused is gone")
                .isEqualTo(new UploadUsage((int) received, received * 2 * MEBIBYTE));
    }

    /** Whoever counts while another upload has counted and not yet stored would count too little. */
    @Test
    void countsWhenAnotherUploadHasStored() throws Exception {
        ImportUploadId id = uploads.begin(clients.exitScope(), clients.exit(), "a.csv");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<UploadUsage> counted = transactions.inScope(clients.exitScope(), () -> {
                assertThat(uploads.lockUsage(clients.exitScope())).isEqualTo(new UploadUsage(1, 0));
                Future<UploadUsage> counting = other.submit(() -> uploads.lockUsage(clients.exitScope()));
                Await.until("the other upload waits for this one", this::isSomebodyWaiting);
                uploads.append(clients.exitScope(), id, 0, new byte[7]);
                return counting;
            });

            assertThat(counted.get()).isEqualTo(new UploadUsage(1, 7));
        }
    }

    private boolean isSomebodyWaiting() {
        return admin.sql("""
            select exists (select from pg_stat_activity
                where wait_event_type = 'Lock' and query like '%client_accounts%for no key update%')
            """).query(Boolean.class).single();
    }

    @Test
    void makesRoomForWhatADeadProcessHasLeft() throws IOException {
        uploads.begin(clients.exitScope(), clients.exit(), "left.csv");
        ImportUploadId complete = uploads.begin(clients.exitScope(), clients.exit(), "complete.csv");
        uploads.complete(clients.exitScope(), complete);
        uploads.begin(clients.harborScope(), clients.cloud(), "foreign.csv");
        assertThat(upload(receive(limits(MEBIBYTE, 2)), 1)).isInstanceOf(UploadOutcome.QuotaExceeded.class);

        assertThat(uploads.deleteAbandoned(clients.exitScope(), Instant.now().plusSeconds(3_600)))
                .isEqualTo(1);

        assertThat(upload(receive(limits(MEBIBYTE, 2)), 1)).isInstanceOf(UploadOutcome.Received.class);
        assertThat(uploads.find(clients.exitScope(), complete)).isPresent();
        assertThat(uploads.lockUsage(clients.harborScope()).files()).isEqualTo(1);
    }

    @Test
    void holdsNoConnectionWhileAPartIsOnItsWay() throws IOException {
        List<Integer> held = new ArrayList<>();
        InputStream slow = new ByteArrayInputStream(new byte[2 * MEBIBYTE + 1]) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                held.add(connections.getHikariPoolMXBean().getActiveConnections());
                return super.read(target, offset, length);
            }
        };

        assertThat(upload(receive(limits(10 * MEBIBYTE, 2)), slow)).isInstanceOf(UploadOutcome.Received.class);

        assertThat(held).hasSizeGreaterThan(2).containsOnly(0);
    }
}
