/** Pages for members, made for phones. */
@NullMarked
package org.huzhu.portal.member;

import org.jspecify.annotations.NullMarked;
