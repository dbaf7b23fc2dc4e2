"""Playbook + options → Plan: pure functions, no file, clock, locale or terminal."""
