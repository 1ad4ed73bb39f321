package org.huzhu.database;

/** A role of the database and its password; {@link #toString} keeps the password to itself. */
public record Login(String role, String password) {

    @Override
    public String toString() {
        return "Login[" + role + "]";
    }
}
