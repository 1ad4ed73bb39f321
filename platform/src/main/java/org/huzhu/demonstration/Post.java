package org.huzhu.demonstration;

import org.huzhu.access.Role;
import org.huzhu.unions.Organisation;

/**
 * What somebody is at an organisation.
 *
 * @param login the name that he signs in with; who has several posts has one login
 * @param name of a made-up person
 * @param phone made up too
 */
public record Post(String login, String name, String phone, Role role, Organisation organisation) {}
