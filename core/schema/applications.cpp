#include "schema/applications.h"

MMM_RECORD_COMPILED(mmm::schema::CatalogedApplication)
MMM_RECORD_COMPILED(mmm::schema::CatalogedMember)
MMM_RECORD_COMPILED(mmm::schema::CatalogedGroup)
MMM_RECORD_COMPILED(mmm::schema::SshHost)
MMM_RECORD_COMPILED(mmm::schema::CatalogedApplicationSSH)
MMM_RECORD_COMPILED(mmm::schema::MailConnection)
MMM_RECORD_COMPILED(mmm::schema::CatalogedApplicationMail)
MMM_RECORD_COMPILED(mmm::schema::CatalogedApplicationNetwork)
