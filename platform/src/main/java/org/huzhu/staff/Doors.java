package org.huzhu.staff;

import org.springframework.stereotype.Component;

/** The rows of this room. */
@Component
record Doors(
        JdbcAccounts accounts,
        JdbcBindings bindings,
        JdbcPasswords passwords,
        JdbcPosts posts,
        JdbcSessions sessionRows,
        SessionsService sessions,
        JdbcCodes codes) {}
