/** Many invitations from one file: looked through first, then sent row by row. */
@NullMarked
@ApplicationModule(
        displayName = "Bulk invitation",
        allowedDependencies = {
            "shared",
            "tenant",
            "entrarole",
            "relationship",
            "roletemplate",
            "invitation",
            "batch",
            "upload"
        })
package org.partnerportal.bulkinvitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
