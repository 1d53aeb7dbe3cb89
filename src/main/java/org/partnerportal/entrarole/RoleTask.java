package org.partnerportal.entrarole;

/** An everyday job that a role is for; several roles may do the same one. */
public enum RoleTask {
    /** Give people who forgot it a new password. */
    RESET_PASSWORDS,
    /** Have people register phone, app or key for signing in anew. */
    RESET_SIGN_IN_METHODS,
    /** Create, change and delete people's accounts. */
    MANAGE_USERS,
    /** Create groups and change who is in them. */
    MANAGE_GROUPS,
    /** Invite people from outside and look after them. */
    INVITE_GUESTS,
    /** Give and take product licences. */
    ASSIGN_LICENCES,
    /** Buy products and pay bills. */
    BUY_AND_BILL,
    /** Open requests to Microsoft support and follow them up. */
    HANDLE_SUPPORT_REQUESTS,
    /** Read usage reports, logs and Microsoft's announcements. */
    READ_REPORTS,
    /** See how things are set up. */
    READ_SETTINGS,
    /** Run mailboxes and mail flow. */
    MANAGE_EXCHANGE,
    /** Run teams, meetings and their rules. */
    MANAGE_TEAMS,
    /** Run calling, phone numbers and phones in Teams, and look into call problems. */
    MANAGE_TEAMS_CALLS,
    /** Run SharePoint sites and OneDrive. */
    MANAGE_SHAREPOINT,
    /** Run Office apps, Viva, browser and other tools of daily work. */
    MANAGE_WORKPLACE,
    /** Run search, topics and learning. */
    MANAGE_SEARCH,
    /** Enrol, set up and retire computers, phones and things. */
    MANAGE_DEVICES,
    /** Register and share printers. */
    MANAGE_PRINTERS,
    /** Register apps and decide what they may reach. */
    MANAGE_APPS,
    /** Run Copilot and AI agents. */
    MANAGE_AI,
    /** Run Dynamics 365, Power Platform, Fabric and the like. */
    MANAGE_BUSINESS_APPS,
    /** Back data up, bring it back, or move it in. */
    BACK_UP,
    /** Decide who may sign in, from where and with what. */
    SET_SIGN_IN_RULES,
    /** Join other directories and other makers' sign-in to this one. */
    CONNECT_IDENTITIES,
    /** Add and remove internet domain names. */
    MANAGE_DOMAINS,
    /** Look into security alerts and stop attacks. */
    HANDLE_SECURITY_ALERTS,
    /** Set protection against attacks up, and train people. */
    SET_UP_SECURITY,
    /** Label, keep and protect data as laws demand. */
    PROTECT_DATA,
    /** Review who has access, and govern it. */
    GOVERN_ACCESS,
    /** Make people admins. */
    ASSIGN_ADMIN_ROLES
}
