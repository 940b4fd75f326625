package io.modernize.cmdb.inventory.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of uploaded files. They stay in the database until they are imported.
 *
 * @param maxSize the greatest size of one file
 */
@ConfigurationProperties("cmdb.import.upload")
record UploadProperties(@DefaultValue("256MB") DataSize maxSize) {
    UploadProperties {
        if (maxSize.toBytes() < 1) {
            throw new IllegalArgumentException("cmdb.import.upload.max-size is positive");
        }
    }
}
