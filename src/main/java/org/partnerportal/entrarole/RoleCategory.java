package org.partnerportal.entrarole;

/** Under which heading a role is found, in the order in which the headings stand: everyday work first. */
public enum RoleCategory {
    /** Bills, licences, and requests to Microsoft support. */
    BILLING_AND_SUPPORT,
    /** People, groups, and how they sign in. */
    IDENTITY,
    /** Computers, phones and printers. */
    DEVICES,
    /** Mail, Teams, SharePoint and the other tools of daily work. */
    COLLABORATION,
    /** Apps that people sign in to, Copilot and AI agents. */
    APPS_AND_AI,
    /** Business apps, backups, search and knowledge. */
    DATA_AND_BUSINESS,
    /** Protection against attacks, and of data. */
    SECURITY,
    /** Looks, but changes nothing. */
    READ_ONLY,
    /** What fits nowhere else. */
    OTHER,
    /** Everything at once; last, since it is seldom needed. */
    GLOBAL
}
