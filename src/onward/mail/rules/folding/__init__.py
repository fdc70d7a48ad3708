"""Which mails are about the same application, whatever their order."""
