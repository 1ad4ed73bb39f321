/** Pages of enrolment: rosters brought, looked at, confirmed, reviewed. */
@NullMarked
package org.huzhu.portal.enrolment;

import org.jspecify.annotations.NullMarked;
