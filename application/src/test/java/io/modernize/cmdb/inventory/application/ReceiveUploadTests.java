package io.modernize.cmdb.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.AuditEvent;
import io.modernize.cmdb.audit.AuditOrigin;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.audit.application.Audit.Attempt;
import io.modernize.cmdb.audit.application.InMemoryAuditTrail;
import io.modernize.cmdb.inventory.application.ReceiveUpload.UploadLimits;
import io.modernize.cmdb.tenancy.ClientAccountId;
import io.modernize.cmdb.tenancy.application.InMemoryTenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.shares.application.FairShares;
import io.modernize.cmdb.tenancy.shares.application.OverloadedException;
import io.modernize.cmdb.tenancy.shares.application.ScriptedFreeSpace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiveUploadTests {
    private static final int LIMIT = 3 << 20;
    private static final UploadLimits LIMITS =
            new UploadLimits(LIMIT, 4 << 20, 3, Duration.ofMinutes(1), Duration.ofDays(7));

    private final TwoClients clients = TwoClients.random();
    private final InMemoryUploads uploads = new InMemoryUploads();
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final InMemoryTenantTransactions transactions = new InMemoryTenantTransactions(trail);
    private final ScriptedFreeSpace space = new ScriptedFreeSpace();
    private final FairShares<ClientAccountId> places = new FairShares<>("uploads", 2, 1, 1, 0);
    private final PassingTime clock = new PassingTime();
    private final ReceiveUpload receive = new ReceiveUpload(
            uploads,
            transactions,
            new Audit(trail, transactions, clock),
            LIMITS,
            new UploadAdmission(places, Duration.ZERO, space),
            clock);
    private final Attempt attempt = new Attempt(AuditAction.UPLOAD_FILE, AuditActor.OPERATOR, AuditOrigin.NONE);

    private UploadOutcome receive(String name, byte[] content) throws IOException {
        return receive(sent(name, new ByteArrayInputStream(content)));
    }

    private UploadOutcome receive(SentFile file) throws IOException {
        return receive.receive(clients.exitScope(), clients.exit(), file, attempt);
    }

    private static SentFile sent(String name, InputStream content) {
        return new SentFile(name, content, -1, bytes -> true);
    }

    private void assertThatItWasRefused(UploadOutcome.Refused refused, String code) {
        assertThat(refused.code()).isEqualTo(code);
        assertThat(trail.all(clients.northwindScope()).getLast().outcome()).isEqualTo(new AuditOutcome.Refused(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1 << 20, (1 << 20) + 1, LIMIT})
    void keepsTheContentAsItIs(int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(4711).nextBytes(content);

        UploadOutcome.Received received = (UploadOutcome.Received) receive("servers.csv", content);

        assertThat(uploads.open(clients.exitScope(), received.upload())).hasBinaryContent(content);
        assertThat(received.upload().bytes()).isEqualTo(bytes);
        assertThat(uploads.find(clients.harborScope(), received.upload().id())).isEmpty();
        assertThat(trail.all(clients.northwindScope())).singleElement().satisfies(event -> {
            assertThat(event.details().subject())
                    .isEqualTo(received.upload().id().toString());
            assertThat(event.details().after())
                    .containsEntry("fileName", "servers.csv")
                    .containsEntry("bytes", String.valueOf(bytes));
        });
    }

    @Test
    void keepsNothingOfWhatIsTooLarge() throws IOException {
        assertThat(receive("servers.csv", new byte[LIMIT + 1])).isEqualTo(new UploadOutcome.TooLarge(LIMIT));
        assertThat(uploads.size()).isZero();
        assertThat(trail.all(clients.northwindScope()))
                .extracting(AuditEvent::outcome)
                .containsExactly(new AuditOutcome.Refused("UPLOAD_TOO_LARGE"));
    }

    @Test
    void keepsNothingOfWhatIsCutOff() {
        InputStream broken = new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
                if (read++ > 1_500_000) {
                    throw new IOException("connection reset");
                }
                return 'x';
            }
        };

        assertThatIOException().isThrownBy(() -> receive(sent("servers.csv", broken)));
        assertThat(uploads.size()).isZero();
        assertThat(places.taken()).isZero();
        assertThat(trail.all(clients.northwindScope()))
                .extracting(AuditEvent::outcome)
                .containsExactly(new AuditOutcome.Failed());
    }

    @ParameterizedTest
    @CsvSource({
        "servers.csv, servers.csv",
        "../../etc/passwd, passwd",
        "C:\\exports\\servers.csv, servers.csv",
        "' servers.csv ', servers.csv"
    })
    void keepsTheLastPartOfTheName(String given, String kept) throws IOException {
        assertThat(((UploadOutcome.Received) receive(given, new byte[1]))
                        .upload()
                        .fileName())
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", "folder/", "/"})
    void wantsAName(String name) throws IOException {
        assertThat(receive(name, new byte[1])).isEqualTo(new UploadOutcome.NameMissing());
        assertThat(uploads.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "vsc\u202Efdp.csv", "a\u0085b.csv", "a\nb.csv"})
    void refusesANameThatDoesNotShowWhatItIs(String name) throws IOException {
        assertThat(receive(name, new byte[1])).isEqualTo(new UploadOutcome.NameMissing());
        assertThat(uploads.size()).isZero();
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertThatItWasRefused((UploadOutcome.Empty) receive("servers.csv", new byte[0]), "UPLOAD_EMPTY");
        assertThat(uploads.size()).isZero();
    }

    @Test
    void readsNothingOfWhatIsAnnouncedAsTooLarge() throws IOException {
        InputStream unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };

        UploadOutcome outcome = receive(new SentFile("servers.csv", unread, LIMIT + 1L, bytes -> true));

        assertThatItWasRefused((UploadOutcome.TooLarge) outcome, "UPLOAD_TOO_LARGE");
    }

    @Test
    void keepsNoMoreFilesOfAClientAccountThanItsQuota() throws IOException {
        for (int i = 0; i < 3; i++) {
            receive("servers.csv", new byte[1]);
        }

        assertThatItWasRefused(
                (UploadOutcome.QuotaExceeded) receive("servers.csv", new byte[1]), "UPLOAD_QUOTA_EXCEEDED");
        assertThat(uploads.size()).isEqualTo(3);
        assertThat(receive.receive(
                        clients.harborScope(),
                        clients.cloud(),
                        sent("servers.csv", new ByteArrayInputStream(new byte[1])),
                        attempt))
                .isInstanceOf(UploadOutcome.Received.class);
    }

    @Test
    void keepsNoMoreBytesOfAClientAccountThanItsQuota() throws IOException {
        receive("servers.csv", new byte[LIMIT]);

        assertThatItWasRefused(
                (UploadOutcome.QuotaExceeded) receive("servers.csv", new byte[LIMIT]), "UPLOAD_QUOTA_EXCEEDED");
        assertThat(uploads.lockUsage(clients.exitScope()).bytes()).isEqualTo(LIMIT);
        assertThat(receive("servers.csv", new byte[1 << 20])).isInstanceOf(UploadOutcome.Received.class);
    }

    @Test
    void readsNothingWhileTheDiskIsNearlyFull() throws IOException {
        space.becomeShort();
        assertThatItWasRefused((UploadOutcome.StorageLow) receive("servers.csv", new byte[1]), "STORAGE_LOW");
        assertThat(uploads.size()).isZero();

        space.becomeFree();
        assertThat(receive("servers.csv", new byte[1])).isInstanceOf(UploadOutcome.Received.class);
    }

    @Test
    void keepsNothingOfWhatTheDiskCannotTake() throws IOException {
        InputStream filling = new ByteArrayInputStream(new byte[2 << 20]) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                space.becomeShort();
                return super.read(target, offset, length);
            }
        };

        assertThatItWasRefused((UploadOutcome.StorageLow) receive(sent("servers.csv", filling)), "STORAGE_LOW");
        assertThat(uploads.size()).isZero();
    }

    @Test
    void keepsNothingThatIsNotPaid() throws IOException {
        List<Long> prices = new ArrayList<>();
        SentFile file = new SentFile("servers.csv", new ByteArrayInputStream(new byte[LIMIT]), -1, bytes -> {
            prices.add(bytes);
            return prices.size() < 3;
        });

        assertThat(receive(file)).isEqualTo(new UploadOutcome.NotPaid());
        assertThat(prices).containsExactly(1L << 20, 1L << 20, 1L << 20);
        assertThat(uploads.size()).isZero();
        assertThat(trail.all(clients.northwindScope())).isEmpty();
    }

    /** Else a byte now and then would hold a place for ever. */
    @Test
    void endsAnUploadThatTakesTooLong() throws IOException {
        InputStream dripping = new InputStream() {
            @Override
            public int read() {
                clock.pass(Duration.ofSeconds(31));
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                target[offset] = (byte) read();
                return 1;
            }
        };

        assertThatItWasRefused((UploadOutcome.TooSlow) receive(sent("servers.csv", dripping)), "UPLOAD_TOO_SLOW");
        assertThat(uploads.size()).isZero();
        assertThat(places.taken()).isZero();
    }

    @Test
    void refusesAnotherUploadOfAClientAccountThatHasItsPlaces() throws InterruptedException {
        try (FairShares.Place taken = places.take(clients.exitScope().clientAccountId(), Duration.ZERO)) {
            assertThatThrownBy(() -> receive("servers.csv", new byte[1])).isInstanceOf(OverloadedException.class);
        }
        assertThat(uploads.size()).isZero();
        assertThat(trail.all(clients.northwindScope())).isEmpty();
    }

    private static final class PassingTime extends Clock {
        private Instant now = Instant.EPOCH;

        private void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
