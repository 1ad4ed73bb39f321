/**
 * Whom members let act for them in claims (家人代办): somebody of the family, with a phone, from a day until a day.
 *
 * <p>A grant holds once its phone has accepted it, until its day is over or either ends it; that is asked with each
 * request. By it somebody is a caller of the role {@code MEMBER_PROXY}, to whom the table allows claims and nothing
 * else.
 */
@NullMarked
@NamedInterface("proxies")
package org.huzhu.members.proxies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
