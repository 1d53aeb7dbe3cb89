package org.partnerportal.roletemplate;

import java.util.Set;

/** The role templates that every partner has; none of them asks for Global Administrator. */
public enum BuiltInTemplate {
    /** Helps people who cannot sign in, and turns to Microsoft for them. */
    SERVICE_DESK("Helpdesk Administrator", "Service Support Administrator", "Directory Readers"),
    /** Gives and takes licences. */
    LICENCE_DESK("License Administrator", "Directory Readers", "Usage Summary Reports Reader"),
    /** Looks after people who join, change jobs and leave. */
    USER_ADMINISTRATION("User Administrator", "Authentication Administrator"),
    /** Watches over security and stops attacks. */
    SECURITY_OPERATIONS("Security Operator", "Security Reader", "Service Support Administrator"),
    /** Sets up and looks after computers and phones. */
    DEVICE_MANAGEMENT(
            "Intune Administrator", "Windows Update Deployment Administrator", "Service Support Administrator"),
    /** Runs mail, Teams and files. */
    COLLABORATION("Exchange Administrator", "Teams Administrator", "SharePoint Administrator"),
    /** Runs calling and meeting rooms in Teams. */
    TELEPHONY("Teams Telephony Administrator", "Teams Devices Administrator", "Service Support Administrator"),
    /** Runs Dynamics 365, Power Platform and Fabric. */
    BUSINESS_APPS("Power Platform Administrator", "Fabric Administrator", "Service Support Administrator"),
    /** Looks at everything, changes nothing. */
    READ_ONLY_AUDITOR("Global Reader", "Security Reader", "Reports Reader", "Message Center Reader");

    private final Set<String> templateNames;

    BuiltInTemplate(String... templateNames) {
        this.templateNames = Set.of(templateNames);
    }

    /** The English names of its roles. */
    Set<String> templateNames() {
        return templateNames;
    }
}
