package org.huzhu.staff;

import org.springframework.stereotype.Component;

/** The rows of this room. */
@Component
record Doors(
        JdbcAccounts accounts,
        JdbcPasswords passwords,
        JdbcBindings bindings,
        JdbcPosts posts,
        JdbcSessions sessionRows,
        SessionsService sessions,
        JdbcCodes codes) {}
