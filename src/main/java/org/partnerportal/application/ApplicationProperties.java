package org.partnerportal.application;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of apps.
 *
 * @param storage where new packages are kept; those that are there stay where they are
 * @param folder the folder for packages that are kept as files; all nodes need the same one
 */
@ConfigurationProperties("portal.application")
record ApplicationProperties(
        @DefaultValue("database") PackageStorage storage,
        @Nullable Path folder) {

    ApplicationProperties {
        if (storage == PackageStorage.FOLDER && folder == null) {
            throw new IllegalArgumentException("portal.application.folder has to name the folder for packages.");
        }
    }
}
