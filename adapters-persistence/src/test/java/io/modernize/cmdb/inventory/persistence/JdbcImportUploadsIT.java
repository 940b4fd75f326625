package io.modernize.cmdb.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modernize.cmdb.inventory.application.ImportUploads;
import io.modernize.cmdb.inventory.application.ImportUploads.ImportUpload;
import io.modernize.cmdb.inventory.imports.ImportUploadId;
import io.modernize.cmdb.tenancy.application.TwoClients;
import io.modernize.cmdb.tenancy.persistence.PersistenceTest;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files that are read from where they are kept. */
@PersistenceTest
class JdbcImportUploadsIT {
    private static final String LONG_NAME = "資".repeat(100) + ".csv";

    @Autowired
    private ImportUploads uploads;

    @Autowired
    private TwoClients clients;

    @Test
    void readsTheSameBytesAsOftenAsItIsOpened() throws IOException {
        ImportUpload upload = upload(new byte[] {1, 2, 3}, new byte[] {4}, new byte[] {5, 6});

        assertThat(upload.fileName()).isEqualTo(LONG_NAME);
        for (int i = 0; i < 2; i++) {
            try (InputStream content = uploads.open(clients.exitScope(), upload)) {
                assertThat(content).hasBinaryContent(new byte[] {1, 2, 3, 4, 5, 6});
            }
        }
    }

    @Test
    void givesNothingOfAFileOfAnotherClientAccount() throws IOException {
        ImportUpload upload = upload(new byte[] {1, 2, 3});

        try (InputStream content = uploads.open(clients.harborScope(), upload)) {
            assertThatThrownBy(content::read).isInstanceOf(IOException.class);
        }
    }

    /** Else the rest of the file would count as missing from it. */
    @Test
    void doesNotEndWhereTheFileIsDeletedWhileItIsRead() throws IOException {
        ImportUpload upload = upload(new byte[] {1, 2, 3}, new byte[] {4, 5, 6});

        try (InputStream content = uploads.open(clients.exitScope(), upload)) {
            assertThat(content.readNBytes(3)).containsExactly(1, 2, 3);
            uploads.delete(clients.exitScope(), upload.id());
            assertThatThrownBy(content::read).isInstanceOf(IOException.class).hasMessageContaining("deleted");
        }
    }

    @Test
    void readsAnEmptyFileToItsEnd() throws IOException {
        try (InputStream content = uploads.open(clients.exitScope(), upload())) {
            assertThat(content.read()).isEqualTo(-1);
        }
    }

    private ImportUpload upload(byte[]... parts) {
        ImportUploadId id = uploads.begin(clients.exitScope(), clients.exit(), LONG_NAME);
        for (int position = 0; position < parts.length; position++) {
            uploads.append(clients.exitScope(), id, position, parts[position]);
        }
        uploads.complete(clients.exitScope(), id);
        return uploads.find(clients.exitScope(), id).orElseThrow();
    }
}
