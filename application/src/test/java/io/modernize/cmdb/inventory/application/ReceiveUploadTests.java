package io.modernize.cmdb.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.AuditEvent;
import io.modernize.cmdb.audit.AuditOrigin;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.Audit;
import io.modernize.cmdb.audit.application.Audit.Attempt;
import io.modernize.cmdb.audit.application.InMemoryAuditTrail;
import io.modernize.cmdb.inventory.application.ReceiveUpload.UploadOutcome;
import io.modernize.cmdb.tenancy.application.InMemoryTenantTransactions;
import io.modernize.cmdb.tenancy.application.TwoClients;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiveUploadTests {
    private static final int LIMIT = 3 << 20;

    private final TwoClients clients = TwoClients.random();
    private final InMemoryUploads uploads = new InMemoryUploads();
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final InMemoryTenantTransactions transactions = new InMemoryTenantTransactions(trail);
    private final ReceiveUpload receive =
            new ReceiveUpload(uploads, transactions, new Audit(trail, transactions, Clock.systemUTC()), LIMIT);
    private final Attempt attempt = new Attempt(AuditAction.UPLOAD_FILE, AuditActor.OPERATOR, AuditOrigin.NONE);

    private UploadOutcome receive(String name, byte[] content) throws IOException {
        return receive.receive(clients.exitScope(), clients.exit(), name, new ByteArrayInputStream(content), attempt);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 20, (1 << 20) + 1, LIMIT})
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

        assertThatIOException()
                .isThrownBy(() -> receive.receive(clients.exitScope(), clients.exit(), "servers.csv", broken, attempt));
        assertThat(uploads.size()).isZero();
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
}
