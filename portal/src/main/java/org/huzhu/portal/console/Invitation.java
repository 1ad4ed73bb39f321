package org.huzhu.portal.console;

/**
 * What is typed to invite somebody to work here.
 *
 * @param organisation that will look after the account, by its name or code; empty for the society as a whole
 */
public record Invitation(String login, String name, String phone, String organisation) {}
