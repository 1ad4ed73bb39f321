package org.huzhu.enrolment;

/** Where rosters are brought, looked at, confirmed and taken back. */
public interface EnrolmentDesk {}
